import type { answerZh } from './answer-zh-CN.ts';

export const answerEn: typeof answerZh = {
  heading: 'Choose an answer',
  intro: 'Your answer goes to the alert network and cannot be changed or taken back.',
  main: 'Answer',
  invalid: 'This alert isn’t valid because…',
  consequence: {
    CONFIRM_TRANSACTION:
      'The transaction is genuine and you do not refund. The alert network is told so; the cardholder may still charge back.',
    REFUND:
      'Refund on your own acquiring platform first, then submit here. We only tell the alert network, we do not refund for you; this usually avoids the chargeback.',
    DISPUTE:
      'You hold that the transaction is valid and add at least one evidence file. The alert network is told “not refunded” and gets the list of your evidence; the cardholder may still charge back.',
    MARK_FRAUD:
      'It was fraud. If you have paid the money back, enter the amount and the network is told “refunded”; if not, it is told “not refunded” and a chargeback may follow.',
    IGNORE:
      'You do nothing and the alert goes to “Ignored”. The alert network is told “not refunded”; the cardholder will probably charge back.',
    INVALID_NOT_FOUND: 'Your systems do not have this transaction. The alert network is told so and checks it.',
    INVALID_CHARGEBACK_BEFORE:
      'It was charged back before the alert came. The alert network is told so; no refund is needed.',
    INVALID_REFUNDED_BEFORE:
      'You had refunded before the alert came. The alert network is told so; do not refund again.',
    INVALID_TRANSACTION_FAILED: 'The payment never went through. The alert network is told so and checks it.',
    INVALID_DUPLICATE:
      'Another alert for the same transaction has been answered. The alert network is told so; do not refund again.',
  },
  reason: 'Reason',
  reasonHint: 'In short, what you base it on: a refund number, what you checked. 2–500 characters.',
  refundAmount: (currency) => `Refunded amount (${currency})`,
  refundHint: (limit) => `At most the transaction’s ${limit}`,
  refundHintFraud: (limit) => `If you have refunded, at most ${limit}; else leave it empty`,
  fullAmount: 'Full amount',
  more: 'More details (optional)',
  comments: 'Comments',
  preventiveActions: 'Preventive actions',
  preventiveHint: 'For example: customer blocked, checks tightened',
  next: 'Next: check and submit',
  nextShort: 'Next',
  choose: 'Answer',
  errors: {
    action: 'Choose an answer',
    reason: 'Write a reason of 2–500 characters',
    comments: 'At most 1000 characters',
    refundRequired: 'Enter the amount you have refunded',
    refundNumber: 'Enter an amount above zero, for example 19.90',
    refundTooHigh: (limit) => `Cannot exceed the transaction’s ${limit}`,
    refundDecimals: (decimals) => (decimals === 0 ? 'This currency has no decimals' : `At most ${decimals} decimals`),
    evidenceRequired: 'A dispute needs at least one file: upload your evidence',
    evidenceBusy: 'Files are still uploading: wait until they are done',
    fix: 'Something still needs correcting: see the fields in red.',
  },
  confirm: {
    title: 'Submit this answer?',
    transaction: 'Transaction',
    refund: 'Refunded',
    evidence: 'Evidence',
    noRefund: 'No refund',
    final: 'It goes to the alert network at once and cannot be changed or taken back.',
    refundWarning: 'Make sure this refund has been made on your acquiring platform. We do not refund for you.',
    submit: (action) => `Submit: ${action}`,
  },
  uncertain: 'The connection broke, so it is not certain whether your answer arrived. Checking…',
  answeredElsewhere: 'This alert has been answered already; you see its latest state.',
};
