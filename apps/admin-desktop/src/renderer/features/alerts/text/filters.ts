import { useDictionary } from '@forewarn/ui/i18n';
import type { QuickView } from '../search.ts';

const zhCN = {
  quick: '快捷筛选',
  views: {
    all: '全部',
    queue: '待确定归属',
    needsAnswer: '待答复',
    dueSoon: '4 小时内到期',
    waiting: '回传中',
    rejected: '被退回',
    missed: '已错过',
  } satisfies Record<QuickView, string>,
  brand: '卡组织',
  anyBrand: '全部卡组织',
  feedback: '回传状态',
  anyFeedback: '全部回传状态',
  waiting: '回传中（全部）',
  currency: '货币代码',
  currencyHint: '例如 USD',
  descriptor: '描述符（完整）',
  assignee: '负责人',
  anyAssignee: '全部负责人',
  between: (min?: number, max?: number) =>
    min === undefined ? `金额至多 ${max}` : max === undefined ? `金额至少 ${min}` : `金额 ${min}–${max}`,
  chips: { active: '更多筛选中已设的条件', removeOf: (words: string) => `取消筛选：${words}`, clear: '清除' },
  display: {
    open: '显示',
    sort: '排序',
    sorts: {
      'urgency.asc': '最紧急（时限与金额）',
      'deadline.asc': '答复时限最近',
      'alertTime.desc': '最新',
      'alertTime.asc': '最早',
      'amount.desc': '金额最高',
      'riskLevel.desc': '风险最高',
    },
    other: '按表头所选',
    columns: '列',
    byDefault: '恢复默认列',
  },
  keys: 'J / K 移动，Enter 打开，/ 搜索',
};
const en: typeof zhCN = {
  quick: 'Quick filters',
  views: {
    all: 'All',
    queue: 'Whose?',
    needsAnswer: 'Needs an answer',
    dueSoon: 'Due in 4 hours',
    waiting: 'On its way',
    rejected: 'Refused',
    missed: 'Missed',
  },
  brand: 'Card brand',
  anyBrand: 'Any brand',
  feedback: 'Feedback',
  anyFeedback: 'Any feedback',
  waiting: 'On its way (all)',
  currency: 'Currency',
  currencyHint: 'such as USD',
  descriptor: 'Descriptor (whole)',
  assignee: 'In charge',
  anyAssignee: 'Anybody',
  between: (min, max) =>
    min === undefined ? `Amount up to ${max}` : max === undefined ? `Amount from ${min}` : `Amount ${min}–${max}`,
  chips: { active: 'Set under “More filters”', removeOf: (words) => `Remove filter: ${words}`, clear: 'Clear' },
  display: {
    open: 'Display',
    sort: 'Sort by',
    sorts: {
      'urgency.asc': 'Most urgent (time and amount)',
      'deadline.asc': 'Soonest deadline',
      'alertTime.desc': 'Newest',
      'alertTime.asc': 'Oldest',
      'amount.desc': 'Largest amount',
      'riskLevel.desc': 'Highest risk',
    },
    other: 'As chosen in the header',
    columns: 'Columns',
    byDefault: 'Default columns',
  },
  keys: 'J / K to move, Enter to open, / to search',
};

export const useFilterText = () => useDictionary({ 'zh-CN': zhCN, en });
