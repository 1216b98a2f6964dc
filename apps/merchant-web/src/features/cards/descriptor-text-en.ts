import type { zhCN } from './descriptor-text-zh-CN.ts';

export const en: typeof zhCN = {
  hints: {
    label: 'Descriptor check',
    allowed: (signs) => `Letters, digits, spaces and ${signs}`,
    finding: {
      DIGITS_ONLY:
        'Digits only: this looks like a merchant number. Enter the name on statements; the number goes to CAID.',
      FACILITATOR_ONLY: 'Only a payment service’s prefix: your shop’s name is missing, as in PAYPAL *ACME.',
      SHORT: 'Short enough to be mistaken for another merchant. Compare a statement and enter all of it.',
      GENERIC:
        'Common words only: other merchants may use them too, and enrolment is often refused. Add your name or site.',
      TRUNCATED: 'Long: card networks show the first 22 or 25 characters on statements.',
      SEEN_DIFFERENTLY: 'Your alerts carried it differently. Make sure which one statements show.',
      VARIANTS: 'Statements may show the same payment like this too. Consider enrolling as well:',
    },
    statementShows: (shown) => `Statements will show ${shown.map((one) => `“${one}”`).join(' or ')}`,
    use: (text) => `Use ${text}`,
    seen: (count, time) => `${count >= 100 ? 'over 100 times' : count === 1 ? 'once' : `${count} times`}, last ${time}`,
    also: (text) => `Enrol ${text} too`,
    alsoDone: (text) => `Submitted: ${text}`,
    alsoNeeds: 'Fill in card BIN and notification address to enrol these too.',
    free: 'These are suggestions; you can save as it is.',
  },
  gaps: {
    title: 'Descriptors not covered yet',
    intro: (count) =>
      `${count === 1 ? 'One descriptor' : `${count} descriptors`} in your recent alerts fit no card exactly. Cover them, and future alerts reach you directly.`,
    window: (days, cut, limit) =>
      `From the alerts of the last ${days} days${cut ? `, the newest ${limit} of them` : ''}.`,
    kind: { DESCRIPTOR: 'No card', BIN: 'BIN or CAID not on a card', CAID: 'CAID not on a card' },
    kindHint: {
      DESCRIPTOR: 'These alerts reached you by hand or an old enrolment; the next may not.',
      BIN: 'These alerts found you by the descriptor alone; if another merchant has the same, they are held.',
      CAID: 'Covered by a card for any CAID; with the CAID it matches exactly.',
    },
    count: (count) => (count === 1 ? '1 alert' : `${count} alerts`),
    lastSeen: (time) => `last ${time}`,
    anyCaid: 'no CAID',
    noBin: 'BIN unknown',
    enrol: 'Enrol',
    enrolLabel: (descriptor, bin) => `Enrol ${descriptor} ${bin}`,
    askBin: 'Enter BIN',
    askBinLabel: (descriptor) => `Enter BIN for ${descriptor}`,
    moreVariants: (count) =>
      count === 1
        ? 'One more combination; it shows once these are enrolled'
        : `${count} more combinations; they show once these are enrolled`,
    byHand: 'This spelling can’t be enrolled as it is. Use “Add a card” and enter it by hand.',
    rdrOnly: 'Seen in RDR alerts only, which enrol by acquirer BIN. Use “Add a card” and enter it by hand.',
    dismiss: 'Not needed',
    dismissLabel: (descriptor) => `${descriptor} is not needed`,
    restore: 'Show again',
    restoreLabel: (descriptor) => `Show ${descriptor} again`,
    showDismissed: (count) => `${count} not needed`,
    showOpen: 'Back to what is not covered',
    showCaid: (count) => (count === 1 ? 'One more could have its CAID' : `${count} more could have their CAID`),
    done: (descriptor) => `Submitted: ${descriptor}`,
    enrolFollows: (email) => `Alerts for it go to ${email}; change that on the card.`,
    more: (count) => (count === 1 ? 'One more is not shown' : `${count} more are not shown`),
    showAll: (count) => `Show all ${count}`,
    showFewer: 'Show fewer',
    binTitle: (descriptor) => `Enrol ${descriptor}`,
    bin: 'Card BIN',
    binHint: 'The alerts carry no usable BIN. Enter the first 6–8 digits of the cards to watch.',
    binFault: 'A BIN has 6–8 digits',
    submit: 'Submit',
    nothingDismissed: 'Nothing is marked as not needed.',
  },
  silent: {
    NEVER: (days) =>
      `Enrolled over ${days} days ago, and never an alert. Check the spelling with your acquirer or on a statement.`,
    STOPPED: (days, time) =>
      `No alert for over ${days} days (last ${time}), while your other descriptors had some. Ask your acquirer whether it has changed.`,
  },
  exporting: {
    open: 'Export',
    label: 'Export cards',
    csv: 'CSV file',
    xlsx: 'Excel file (XLSX)',
    cut: (rows) => `Only the first ${rows} cards are in the file.`,
  },
};
