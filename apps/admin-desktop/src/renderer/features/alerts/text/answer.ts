import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  open: '代商户答复',
  title: '代商户答复预警',
  hint: '用于商户暂停、关闭或无法自行处理时。答复只能提交一次，历史中会写明由您提交。',
  action: '处理方式',
  choose: '请选择',
  chooseFirst: '请选择处理方式',
  dispute: '选择“争议处理”时须至少添加一个证据文件。',
  comments: '补充说明（选填）',
  preventive: '预防措施（选填）',
  onBehalf: '代为答复的原因',
  onBehalfHint: '必填，2–500 字。会写入历史与审计日志，并在确认邮件中告知商户。',
  despite: '已核对：确需对这笔交易再次退款',
  fraudAmount: '已退款时填写；没有退款请清空。',
  amount: (currency: string, highest: string) => `退款金额（${currency}，最多 ${highest}）`,
  amountMissing: '请填写大于 0 且不超过原金额的数',
  reason: '理由',
  reasonHint: '随答复提交，2–500 字',
  submit: '提交答复',
  done: '答复已提交',
};
const en: typeof zhCN = {
  open: 'Answer for the merchant',
  title: 'Answer for the merchant',
  hint: 'For when the merchant is suspended, closed or can’t do it. An answer is given once; the history says that it was you.',
  action: 'Answer',
  choose: 'Choose',
  chooseFirst: 'Choose an answer',
  dispute: 'A dispute needs at least one evidence file.',
  comments: 'Comments (optional)',
  preventive: 'Preventive actions (optional)',
  onBehalf: 'Why you answer for the merchant',
  onBehalfHint:
    'Required, 2 to 500 characters. Kept in the history and the audit log, and told to the merchant in its confirmation.',
  despite: 'Checked: this transaction is to be refunded again',
  fraudAmount: 'If money went back; empty it if none did.',
  amount: (currency, highest) => `Refund (${currency}, at most ${highest})`,
  amountMissing: 'Enter an amount above 0, at most the transaction’s',
  reason: 'Reason',
  reasonHint: 'Goes with the answer, 2 to 500 characters',
  submit: 'Give answer',
  done: 'The answer was given',
};

export const useAnswerText = () => useDictionary({ 'zh-CN': zhCN, en });
