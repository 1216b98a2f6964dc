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
  currencyHint: '三个大写字母，例如 USD',
  descriptor: '描述符（完整）',
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
  currencyHint: 'Three capital letters, such as USD',
  descriptor: 'Descriptor (whole)',
  keys: 'J / K to move, Enter to open, / to search',
};

export const useFilterText = () => useDictionary({ 'zh-CN': zhCN, en });
