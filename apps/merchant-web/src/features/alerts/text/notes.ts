import { useDictionary } from '@forewarn/ui/i18n';

const zh = {
  title: '内部备注',
  charge: '负责人',
  nobody: '未指定',
  me: (name: string) => `${name}（我）`,
  hint: '只有本公司的同事能看到，不会发送给平台或银行。',
  none: '还没有备注。',
  label: '写备注',
  placeholder: '例如：已联系客户，等待回复',
  mention: '提醒同事',
  choose: '选择同事…',
  unmention: (name: string) => `不提醒 ${name}`,
  mentionHint: '会收到邮件和站内消息',
  add: '添加备注',
  told: (names: string) => `已提醒 ${names}`,
  remove: '删除',
  removeOf: (text: string) => `删除备注：${text}`,
  separator: '、',
};
const en: typeof zh = {
  title: 'Internal notes',
  charge: 'In charge',
  nobody: 'Nobody',
  me: (name) => `${name} (me)`,
  hint: 'Only your colleagues see them. They are not sent to the platform or the bank.',
  none: 'No notes yet.',
  label: 'Write a note',
  placeholder: 'For example: called the customer, waiting for an answer',
  mention: 'Tell colleagues',
  choose: 'Choose…',
  unmention: (name) => `Don’t tell ${name}`,
  mentionHint: 'By mail and in their inbox',
  add: 'Add note',
  told: (names) => `Told ${names}`,
  remove: 'Remove',
  removeOf: (text) => `Remove the note: ${text}`,
  separator: ', ',
};

export const useNotesText = () => useDictionary({ 'zh-CN': zh, en });
