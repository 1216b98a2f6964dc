import type { zhCN } from './text-zh-CN.ts';

const rows = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
const cards = (count: number) => (count === 1 ? '1 card' : `${count} cards`);

export const en: typeof zhCN = {
  page: 'Import cards',
  heading: 'Import cards',
  intro:
    'Enter your cards in a spreadsheet and import them at once: every line is checked first, nothing is saved before you confirm, and what was not submitted can be undone.',
  backToCards: 'Back to cards',
  backToList: 'Back to imports',
  template: {
    title: 'Step 1: fill in a spreadsheet',
    text: 'Download the template and follow its notes. A table of your own works too: after the upload you say what its columns mean.',
    xlsx: 'Excel template',
    csv: 'CSV template',
  },
  upload: {
    title: 'Step 2: upload it',
    choose: 'Choose file',
    drop: 'or drop it here',
    dropNow: 'Let go to upload',
    hint: 'XLSX or CSV, at most 5,000 lines and 5 MB',
    sending: (percent) => `Uploading ${percent} %`,
    checking: 'Checking every line…',
    tooLarge: 'The file is larger than 5 MB. Remove pictures and other sheets, or split it, and upload it again.',
  },
  history: {
    title: 'Imports',
    label: 'Imports',
    who: (name, time) => `Uploaded by ${name}, ${time}`,
    counts: (total, imported, problems) => `${rows(total)}: ${imported} imported, ${problems} with problems`,
    undone: (count) => `${count} undone`,
    purged: 'Details are kept for 30 days',
  },
  status: { OPEN: 'To confirm', RUNNING: 'Importing', DONE: 'Imported' },
  columns: {
    title: 'What the columns mean',
    text: 'Guessed from the headers. Change what is wrong and every line is checked again.',
    fixed: 'Lines have been imported, so the columns stay as they are.',
    none: '(no such column)',
    sample: (samples) => `For example ${samples}`,
    noSample: 'Nothing in this column',
    required: 'Required: choose a column',
    unchosen: 'not chosen',
    defaultEmail: 'Default notification address',
    defaultEmailHint: 'For lines that name no address',
    emailError: 'Enter a valid e-mail address, for example risk@company.com',
    apply: 'Apply and check again',
    show: 'See or change what the columns mean',
    hide: 'Hide',
  },
  rows: {
    title: 'Line by line',
    label: 'Lines of the spreadsheet',
    line: 'Line',
    lineOf: (line) => `Line ${line}`,
    verdict: 'Result',
    filter: 'Filter',
    ALL: (count) => `All ${count}`,
    PROBLEM: (count) => `Problems ${count}`,
    READY: (count) => `Ready ${count}`,
    IMPORTED: (count) => `Imported ${count}`,
    empty: {
      ALL: 'No lines',
      PROBLEM: 'No problems: everything can be imported',
      READY: 'No lines wait to be imported',
      IMPORTED: 'No lines have been imported',
    },
    cell: (field, line) => `${field} of line ${line}`,
    fixed: (line) => `Line ${line} is in order now.`,
    stillWrong: (line) => `Line ${line} is saved, but not in order yet.`,
    how: 'Fields can be changed here; each is saved and checked again when you leave it.',
    problems: 'Download the problems',
    asXlsx: 'Excel, with reasons',
    asCsv: 'CSV, with reasons',
  },
  verdicts: {
    READY: 'Ready',
    REOPEN: 'Ready (reopens)',
    ERROR: 'Needs changes',
    DUPLICATE: 'Twice in the file',
    EXISTS: 'You have it',
  },
  imported: 'Imported',
  explain: {
    duplicate: (line) => `The same as line ${line}; it won’t be imported twice`,
    exists: 'You have this card already; nothing to do',
    reopen: 'A closed card of the same kind is opened again',
  },
  run: {
    ready: (ready, problems) =>
      problems > 0
        ? `${rows(ready)} can be imported; ${problems} with problems will be left out.`
        : `${rows(ready)} can be imported.`,
    nothing: 'No lines can be imported at present.',
    submit: 'Import and enrol',
    save: 'Save only',
    submitHint:
      'Cards that are only saved are not enrolled: no alerts come for them, and the import can be undone. Once submitted it can’t.',
    running: (done, all) => `Importing ${done} of ${all}`,
    runningHint: 'You may leave this page; the import goes on.',
  },
  done: {
    title: (count) => `${rows(count)} imported`,
    submitted: (count) => `${cards(count)} submitted for enrolment; see the cards page for the results.`,
    saved: (count) => `${cards(count)} saved but not enrolled: submit on the cards page, or undo the import here.`,
    cards: 'See the cards',
    undo: 'Undo import',
  },
  undo: {
    title: 'Undo this import?',
    text: (undoable, kept) =>
      kept > 0
        ? `${cards(undoable)} not submitted yet will be removed; ${kept} already submitted will stay.`
        : `${cards(undoable)} of this import will be removed.`,
    again: 'The spreadsheet stays here and can be corrected and imported again.',
    confirm: 'Undo import',
    done: (removed, kept) =>
      kept > 0 ? `${cards(removed)} removed; ${kept} already submitted stay.` : `${cards(removed)} removed.`,
  },
  remove: {
    action: 'Discard this file',
    title: 'Discard this file?',
    text: 'Nothing of it has been imported. To import it later you have to upload it again.',
    confirm: 'Discard file',
  },
  purged: 'The lines of this import are no longer kept (30 days); only the counts are. The cards are not affected.',
};
