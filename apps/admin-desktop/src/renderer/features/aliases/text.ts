import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '描述符别名',
  hint: '在队列中“记住”的描述符：没有授权卡匹配时，带有这些描述符的预警自动归属对应商户。',
  search: '描述符开头',
  anyMerchant: '全部商户',
  table: '描述符别名列表',
  column: { descriptor: '描述符', bin: '卡 BIN', merchant: '商户', reason: '理由', by: '记录人', act: '操作' },
  anyBin: '不限',
  remove: '删除…',
  removeLabel: (descriptor: string) => `删除别名 ${descriptor}`,
  empty: '还没有描述符别名',
  emptyHint: '在待处理队列指派未匹配预警时勾选“记住”，即可在此看到。',
  nothing: '没有符合条件的别名',
  dialog: {
    title: (descriptor: string) => `删除别名 ${descriptor}？`,
    text: (merchant: string) =>
      `之后带有此描述符、且没有授权卡匹配的预警将进入待处理队列。已归属 ${merchant} 的预警不变。`,
    confirm: '删除别名',
    done: '别名已删除',
  },
};
const en: typeof zhCN = {
  title: 'Descriptor aliases',
  hint: 'Descriptors remembered in the queue: where no card fits, alerts with them go to their merchant by themselves.',
  search: 'Start of a descriptor',
  anyMerchant: 'Any merchant',
  table: 'Descriptor aliases',
  column: {
    descriptor: 'Descriptor',
    bin: 'Card BIN',
    merchant: 'Merchant',
    reason: 'Reason',
    by: 'Remembered by',
    act: 'Action',
  },
  anyBin: 'any',
  remove: 'Remove…',
  removeLabel: (descriptor) => `Remove alias ${descriptor}`,
  empty: 'No descriptor aliases yet',
  emptyHint: 'Tick “Remember” when you assign an unmatched alert in the queue.',
  nothing: 'No alias fits',
  dialog: {
    title: (descriptor) => `Remove alias ${descriptor}?`,
    text: (merchant) =>
      `Alerts with this descriptor that no card fits will wait in the queue again. Those that went to ${merchant} stay there.`,
    confirm: 'Remove alias',
    done: 'The alias was removed',
  },
};

export const useAliasesText = () => useDictionary({ 'zh-CN': zhCN, en });
