import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  title: '审计日志',
  hint: '谁在何时做了什么。记录只会增加，本应用不能修改或删除。',
  search: '操作的开头，例如 alerts.',
  table: '审计日志',
  column: { at: '时间', actor: '操作人', action: '操作', target: '对象', result: '结果', ip: '来源地址' },
  open: (id: number) => `查看记录 ${id}`,
  ok: '成功',
  empty: '还没有记录',
  nothing: '没有符合条件的记录',
  detail: (id: number) => `审计记录 #${id}`,
  requestId: '请求编号',
  facts: '细节',
  none: '没有更多细节',
};
const en: typeof zhCN = {
  title: 'Audit log',
  hint: 'Who did what, and when. Entries are only ever added; nothing here can change or remove them.',
  search: 'Start of an action, e.g. alerts.',
  table: 'Audit log',
  column: { at: 'Time', actor: 'Who', action: 'Action', target: 'On', result: 'Result', ip: 'From' },
  open: (id) => `Open entry ${id}`,
  ok: 'Done',
  empty: 'No entries yet',
  nothing: 'No entry fits',
  detail: (id) => `Audit entry #${id}`,
  requestId: 'Request id',
  facts: 'Particulars',
  none: 'No further particulars',
};

export const useAuditText = () => useDictionary({ 'zh-CN': zhCN, en });
