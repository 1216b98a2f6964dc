import type { relatedZh } from './related-zh-CN.ts';

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const relatedEn: typeof relatedZh = {
  title: 'Related alerts',
  hint: 'Your company’s other alerts alone.',
  group: { CARD: 'Same card', TRANSACTION: 'Same transaction id', DESCRIPTOR: 'Same descriptor' },
  count: (count, more) =>
    count === 0 ? 'No other alert' : `${more ? 'more than ' : ''}${times(count, 'alert', 'alerts')}`,
  chargebacks: (count) => times(count, 'chargeback', 'chargebacks'),
  prevented: (count) => `${count} prevented`,
  open: 'To answer',
  missed: 'Not answered in time',
  duplicate: {
    title: 'There are other alerts about this transaction',
    by: {
      ARN: 'Both carry the same ARN.',
      TRANSACTION_ID: 'Both carry the same transaction id.',
      CARD: 'Card, amount and currency are the same, the times close.',
    },
    authCode: 'So is the authorisation code.',
    program: { ETHOCA: 'Ethoca alert', RDR: 'RDR alert' },
    once: 'One transaction is refunded once.',
    open: 'The other one waits for an answer, too: refund once, and answer “duplicate alert” to the other.',
    answerThat: 'The other one still waits for an answer: open it and answer “duplicate alert”.',
  },
  refunded: {
    title: 'This transaction was refunded before',
    source: {
      NETWORK: (what, when) => `The card network refunded ${what} on ${when}.`,
      ANSWER: (what, when) => `You answered on ${when} that ${what} was refunded.`,
      STATED: (_what, when) => `You answered on ${when} that it had been refunded before.`,
    },
    alert: (alertId) => `Alert ${alertId}`,
    left: (left) => `What may still be refunded: ${left}.`,
  },
  dialog: {
    title: 'Stop: this transaction was refunded before',
    text: 'Refunding again pays the same money twice; it can hardly be had back.',
    instead: 'Answer “duplicate alert”',
    insteadBefore: 'Answer “refunded before”',
    goOn: 'I have checked: refund again',
  },
  suggestion: {
    title: 'Suggestion',
    none: 'The rules don’t settle it. What they found may help you decide:',
    use: 'Use this',
    used: 'Chosen in the form below: add your reason and submit.',
    why: 'Why?',
    hide: 'Hide the reasons',
    honest: 'Worked out by open rules. Nothing is sent for you: the decision is yours.',
    favours: (action) => `Speaks for: ${action}`,
    note: 'Good to know',
    reason: {
      REFUNDED_BY_NETWORK: (f) =>
        `The card network has refunded this transaction already (alert ${f.alertId}); refunding again pays twice.`,
      REFUNDED_BY_ANSWER: (f) => `The refund of this transaction was reported with alert ${f.alertId}.`,
      THREE_DS: () =>
        'The payment passed 3-D Secure: liability for fraud is then usually the issuer’s, so a dispute with evidence is worth considering.',
      FRAUD_WITHOUT_THREE_DS: (f) =>
        `The bank’s reason is fraud (${f.reasonCode}) and there was no 3-D Secure: liability is usually the merchant’s.`,
      AMOUNT_BELOW_COST: (f) => `${f.amount} is no more than a chargeback’s fee of ${f.cost} (source: ${f.source}).`,
      CARD_CHARGED_BACK: (f) => `${times(f.count, 'alert', 'alerts')} of this card became a chargeback.`,
      REPEAT_CARD: (f) =>
        `This card has ${times(f.count, 'other alert', 'other alerts')}: stolen, perhaps, or a habit.`,
      OTHER_ALERT_OPEN: (f) => `Alert ${f.alertId} about the same transaction waits for an answer, too; refund once.`,
      LITTLE_TIME: () => 'Less than two hours are left: decide now.',
    },
  },
  risk: {
    points: (points) => times(points, 'point', 'points'),
    scale: 'Three points and more are high, one or two medium, none low.',
    nothing: 'No sign of risk was found.',
    reason: {
      FRAUD_REASON: (fact) => `The reason is fraud: ${fact}`,
      SCORE_HIGH: (fact) => `Risk score ${fact} (70 or more)`,
      AMOUNT_HIGH: (fact) => `The amount is at least ${fact}`,
      NO_THREE_DS: () => 'No 3-D Secure',
      NOTHING_SAID: () => 'The alert says nothing to judge by, so it counts as medium',
    },
  },
  changes: {
    title: 'What the network has changed',
    nothing: 'Other details have changed.',
    absent: 'none',
  },
};
