import { processAlerts } from '@forewarn/core/alert-batches';
import { getReceipt } from '@forewarn/core/alert-documents';
import {
  cancelExport,
  exportAlerts,
  listExports,
  removeExport,
  repeatExport,
  startExport,
} from '@forewarn/core/alert-exports';
import { addNote, listNotes, removeNote } from '@forewarn/core/alert-notes';
import {
  arrangeAlertViews,
  listAlertViews,
  removeAlertView,
  renameAlertView,
  saveAlertView,
} from '@forewarn/core/alert-views';
import {
  alertCounts,
  alertPulse,
  answerByLink,
  correctAnswer,
  getAlert,
  handOverAlert,
  listAlerts,
  processAlert,
  readAnswerLink,
  relatedAlerts,
  removeEvidence,
  saveAnswerDraft,
  sendAgain,
} from '@forewarn/core/alerts';
import { listAlertMails } from '@forewarn/core/notifications';
import {
  backTest,
  createRule,
  listRules,
  orderRules,
  pauseAllRules,
  pauseRule,
  previewRule,
  removeRule,
  ruleNotices,
  switchOnRule,
  updateRule,
} from '@forewarn/core/response-rules';
import { keepSnippet, listSnippets, removeSnippet } from '@forewarn/core/snippets';
import { expose } from './expose.ts';

/** What a merchant does with alerts, and the rules that answer by themselves. */
export const alertProcedures = {
  alerts: {
    list: expose(listAlerts),
    get: expose(getAlert),
    related: expose(relatedAlerts),
    counts: expose(alertCounts),
    pulse: expose(alertPulse),
    process: expose(processAlert),
    handOver: expose(handOverAlert),
    correct: expose(correctAnswer),
    sendAgain: expose(sendAgain),
    saveDraft: expose(saveAnswerDraft),
    snippets: { list: expose(listSnippets), keep: expose(keepSnippet), remove: expose(removeSnippet) },
    processMany: expose(processAlerts),
    removeEvidence: expose(removeEvidence),
    export: expose(exportAlerts),
    exports: {
      start: expose(startExport),
      list: expose(listExports),
      cancel: expose(cancelExport),
      remove: expose(removeExport),
      repeat: expose(repeatExport),
    },
    mails: expose(listAlertMails),
    quickView: expose(readAnswerLink),
    quickAnswer: expose(answerByLink),
    receipt: expose(getReceipt),
  },
  alertNotes: { list: expose(listNotes), add: expose(addNote), remove: expose(removeNote) },
  alertViews: {
    list: expose(listAlertViews),
    save: expose(saveAlertView),
    rename: expose(renameAlertView),
    remove: expose(removeAlertView),
    arrange: expose(arrangeAlertViews),
  },
  rules: {
    list: expose(listRules),
    create: expose(createRule),
    update: expose(updateRule),
    remove: expose(removeRule),
    order: expose(orderRules),
    preview: expose(previewRule),
    backTest: expose(backTest),
    switchOn: expose(switchOnRule),
    pause: expose(pauseRule),
    pauseAll: expose(pauseAllRules),
    notices: expose(ruleNotices),
  },
};
