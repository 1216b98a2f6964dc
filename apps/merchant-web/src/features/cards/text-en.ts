import type { zhCN } from './text-zh-CN.ts';

export const en: typeof zhCN = {
  page: 'Cards',
  heading: 'Cards',
  intro:
    'Register the descriptors and card BINs you take payments under. Once enrolled, you hear of a complaint about them at once.',
  add: 'Add a card',
  importMany: 'Import a spreadsheet',
  table: 'Cards',
  columns: {
    descriptor: 'Descriptor',
    cardBin: 'Card BIN',
    caid: 'CAID',
    notifyEmail: 'Notify',
    status: 'Status',
    actions: 'Actions',
  },
  anyCaid: 'Any',
  enrol: 'Enrol',
  enrolAgain: 'Enrol again',
  edit: 'Edit',
  remove: 'Remove',
  more: (descriptor) => `More for ${descriptor}`,
  state: {
    draft: 'A draft: not submitted, not watched yet.',
    saved: 'Saved but not enrolled, so not watched yet.',
    submitted: 'Submitted. The alert network usually answers within minutes; you get a mail with the result.',
    registered: (time) => `Watched since ${time}`,
    closed: 'No longer watched. To bring it back, add the same card again.',
  },
  failure: {
    ENROLLED_ELSEWHERE: 'Another provider has enrolled this combination. Have it closed there, then enrol again.',
    GENERIC_DESCRIPTOR:
      'The descriptor is too general and could mean other merchants. Enter the full one from the statement and enrol again.',
    INVALID_DESCRIPTOR:
      'The descriptor differs from the one the card networks know. Compare it with your acquirer or a statement and enrol again.',
    VERIFICATION_NEEDED: 'The alert network wants to verify documents. Contact support to supply them.',
    REFUSED: 'The alert network did not accept it. Check descriptor, BIN and CAID, or ask support for the reason.',
    UNREACHABLE: 'The alert network could not be reached, whatever you entered. Enrol again later.',
    NOT_CONFIGURED: 'The platform’s interface is not ready, whatever you entered. Contact support, then enrol again.',
  },
  empty: {
    title: 'Add your first card',
    text: 'A card tells the alert network which transactions are yours: by descriptor, card BIN and CAID. Once it is enrolled and a cardholder complains at the bank, you get an alert before it becomes a chargeback.',
    action: 'Add a card',
  },
  form: {
    addTitle: 'Add a card',
    editTitle: 'Edit card',
    descriptor: 'Descriptor',
    descriptorHint:
      'Your name as cardholders see it on their statement; your acquirer shows it. For example SHOP*ACME.COM',
    cardBin: 'Card BIN',
    cardBinHint: 'The first 6–8 digits of the cards to watch. For example 411111',
    caid: 'CAID (optional)',
    caidHint:
      'The merchant number your acquirer gave you, usually 15 characters. For example 174030076543219; empty means any',
    notifyEmail: 'Notify by e-mail',
    notifyEmailHint: 'Alerts and enrolment results go here',
    remark: 'Remark (optional)',
    rekeyed:
      'Descriptor, BIN or CAID has changed: saving closes the old enrolment, and no alerts come for this card until it is enrolled again.',
    saveAndEnrol: 'Save and enrol',
    saveOnly: 'Save only',
    save: 'Save',
    errors: {
      descriptorRequired: 'Enter the descriptor',
      descriptorLength: 'A descriptor has 2–50 characters',
      descriptorCharacters: "Only letters, digits, spaces and . , & ' * - _ / # @ + ( ) :",
      bin: 'A BIN has 6–8 digits',
      binDigits: 'Digits only',
      caidLength: 'A CAID has at most 100 characters',
      caidCharacters: 'Only letters, digits, spaces and . - _ /',
      email: 'Enter a valid e-mail address, for example risk@company.com',
      remark: 'At most 500 characters',
    },
  },
  removeTitle: 'Remove this card?',
  removeWatched: (descriptor) =>
    `“${descriptor}” is no longer watched and its enrolment is closed, so later complaints will not reach you. Alerts that have come stay and still need answers in time.`,
  removeSaved: (descriptor) => `“${descriptor}” was never enrolled; it is simply deleted.`,
  removeConfirm: 'Remove card',
  enrolFailed: 'Saved, but not submitted for enrolment. Use “Enrol” in the list to try again.',
};
