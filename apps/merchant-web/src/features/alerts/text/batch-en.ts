import type { batchZh } from './batch-zh-CN.ts';

const alerts = (count: number) => (count === 1 ? '1 alert' : `${count} alerts`);
const are = (count: number) => (count === 1 ? '1 is' : `${count} are`);

export const batchEn: typeof batchZh = {
  label: 'Act on the selected alerts',
  selected: (count) => `${count} selected`,
  clear: 'Clear selection',
  answer: (count) => (count > 0 ? `Answer (${count})` : 'Answer'),
  title: (count) => `Answer ${alerts(count)}`,
  count: alerts,
  leftOut: (parts) => `Left out: ${parts.join(', ')}.`,
  why: {
    rdr: (count) => `${are(count)} refunded by the card network already`,
    answered: (count) => `${are(count)} answered already`,
    held: (count) => `${are(count)} being checked by the platform`,
  },
  noDispute: 'A dispute needs evidence of each alert: open the alerts one by one.',
  fullRefund: 'Each is submitted as refunded in full. For partial refunds open the alert itself.',
  fraudUnrefunded:
    'Each is submitted as not refunded. Where you have refunded, open the alert itself and enter the amount.',
  reason: 'Reason (for all of them)',
  final: (count) =>
    `${count === 1 ? 'It goes' : `These ${count} go`} to the alert network one by one; once arrived, an answer cannot be changed or taken back.`,
  refundWarning:
    'Make sure that each of these has been refunded in full on your acquiring platform. We do not refund for you.',
  back: 'Back',
  submit: (count, action) => `Submit ${count}: ${action}`,
  results: 'Results',
  progress: 'Progress of the answers',
  going: (done, total) => `Submitting: ${done} of ${total}. Please keep this page open`,
  result: (done, refused, waiting) =>
    [
      `${done} submitted`,
      ...(refused > 0 ? [`${refused} not accepted`] : []),
      ...(waiting > 0 ? [`${waiting} not sent yet`] : []),
    ].join(', '),
  state: { done: 'Submitted', refused: 'Not accepted', waiting: 'Waiting' },
  retry: (count) => `Try ${count} again`,
};
