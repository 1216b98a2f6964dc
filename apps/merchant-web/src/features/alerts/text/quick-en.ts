import type { quickZh } from './quick-zh-CN.ts';

export const quickEn: typeof quickZh = {
  page: 'Answer an alert',
  heading: 'Answer the chargeback alert',
  forCompany: (company) => `An alert of ${company}`,
  fields: {
    alertId: 'Alert ID',
    descriptor: 'Descriptor',
    card: 'Card ends in',
    time: 'Alert time',
    deadline: 'Answer by',
  },
  signInInstead: 'Evidence to upload, or another answer? Sign in',
  refundedBefore:
    'Refunding again pays the same money twice, so nothing was submitted. Choose one of these answers; to refund again all the same, sign in.',
  prefill: {
    REFUND: 'The cardholder has been refunded.',
    CONFIRM_TRANSACTION: 'The transaction is genuine; no refund.',
    INVALID_NOT_FOUND: 'There is no such transaction in our system.',
    INVALID_CHARGEBACK_BEFORE: 'The transaction had been charged back before the alert.',
    INVALID_REFUNDED_BEFORE: 'We had refunded before the alert came.',
    INVALID_TRANSACTION_FAILED: 'The transaction did not go through.',
    INVALID_DUPLICATE: 'Another alert about the same transaction has been answered.',
  },
  done: {
    heading: 'Your answer is in',
    text: (action) => `Your answer: ${action}. We are bringing it to the alert network now.`,
    after: 'This link has ended and you can close the page. A confirmation goes to your notification address.',
    view: 'Sign in and view the alert',
  },
  problem: {
    LINK_INVALID: {
      title: 'This link is not valid',
      text: 'It may be incomplete. Open it from the mail again, or sign in and answer there.',
    },
    LINK_USED: {
      title: 'This link has been used',
      text: 'The alert was answered by this link and can’t be answered twice. Sign in to see the answer.',
    },
    LINK_EXPIRED: {
      title: 'The deadline has passed',
      text: 'The link ends with the alert’s deadline. You can still sign in and answer; some banks take a late answer.',
    },
    ALERT_ALREADY_ANSWERED: {
      title: 'This alert is answered',
      text: 'A colleague or the platform has answered it; there is nothing to do. Sign in to see the answer.',
    },
    ANSWER_LINK_MOVED: {
      title: 'It can’t be answered now',
      text: 'The platform is checking whose alert this is. Wait for a new mail, or contact support.',
    },
    MERCHANT_SUSPENDED: {
      title: 'The account is suspended',
      text: 'Alerts can’t be answered until it is restored. Please contact support.',
    },
    ANSWER_NEEDS_SIGN_IN: {
      title: 'Please sign in',
      text: 'Your company asks for sign-in before answering, or this address no longer receives alerts.',
    },
  },
  signIn: 'Sign in and answer',
  mails: {
    title: 'Mails',
    none: 'No mail yet.',
    waits: (time) => `Leaves ${time}`,
    kind: {
      'alert.new': 'New alert',
      'alert.refunded': 'Refunded already',
      'alert.reminder': 'Reminder',
      'alert.expired': 'Past its deadline',
      'alert.answered': 'Answer confirmed',
      'alert.answer-failed': 'Answer not delivered',
      'rule.answered': 'Answered by a rule',
      'rule.left': 'Left to people by a rule',
      'alert.mentioned': 'Mentioned in a note',
      'alert.handed': 'Handed over by a colleague',
    },
    other: 'Mail',
  },
};
