import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '报备异常',
  hint: '逾期未有结果、或报备失败的授权卡。能查询的已每天自动向预警服务商查询；这里是需要人跟进的。',
  trouble: '筛选',
  kinds: { OVERDUE: '逾期未有结果', REJECTED: '报备失败' },
  program: '预警类型',
  anyProgram: '全部类型',
  table: '报备异常的授权卡',
  empty: { OVERDUE: '没有逾期的报备', REJECTED: '没有失败的报备' },
  emptyHint: '提交后都已得到结果。',
  retried: (descriptor: string) => `${descriptor} 已重新提交`,
};

const en: typeof zhCN = {
  title: 'Enrolment trouble',
  hint: 'Cards whose result is overdue or whose enrolment failed. Where it can be asked, the provider is asked daily; these need somebody to look.',
  trouble: 'Filter',
  kinds: { OVERDUE: 'Result overdue', REJECTED: 'Enrolment failed' },
  program: 'Program',
  anyProgram: 'All programs',
  table: 'Cards with enrolment trouble',
  empty: { OVERDUE: 'Nothing is overdue', REJECTED: 'No enrolment has failed' },
  emptyHint: 'Everything submitted has its result.',
  retried: (descriptor) => `${descriptor} submitted again`,
};

export const useEnrolmentsText = () => useDictionary({ 'zh-CN': zhCN, en });
