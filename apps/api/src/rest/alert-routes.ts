import { processAlerts } from '@forewarn/core/alert-batches';
import { getAlertPdf, getReceipt, getReceiptPdf } from '@forewarn/core/alert-documents';
import { PDF_TYPES } from '@forewarn/core/alert-documents/model';
import {
  cancelExport,
  downloadExport,
  exportAlerts,
  listExports,
  removeExport,
  repeatExport,
  startExport,
} from '@forewarn/core/alert-exports';
import { EXPORT_TYPES } from '@forewarn/core/alert-exports/model';
import { addNote, listNotes, removeNote } from '@forewarn/core/alert-notes';
import {
  alertCounts,
  alertPulse,
  answerByLink,
  correctAnswer,
  getAlert,
  getEvidence,
  handOverAlert,
  listAlerts,
  processAlert,
  readAnswerLink,
  relatedAlerts,
  removeEvidence,
  saveAnswerDraft,
  sendAgain,
  uploadEvidence,
} from '@forewarn/core/alerts';
import { EVIDENCE_TYPES } from '@forewarn/core/alerts/model';
import { listAlertMails } from '@forewarn/core/notifications';
import {
  backTest,
  createRule,
  listRules,
  orderRules,
  pauseAllRules,
  pauseRule,
  removeRule,
  ruleNotices,
  switchOnRule,
  updateRule,
} from '@forewarn/core/response-rules';
import { keepSnippet, listSnippets, removeSnippet } from '@forewarn/core/snippets';
import { EVIDENCE_UPLOAD } from './read-file.ts';
import type { createTable } from './table.ts';

/** What a merchant does with alerts: lists, answers, files, exports, notes, and the rules that answer by themselves. */
export function addAlertRoutes(rest: ReturnType<typeof createTable>): void {
  const rules = { tag: 'Rules' };
  rest.get('/merchant/rules', listRules, rules);
  rest.post('/merchant/rules', createRule, rules);
  rest.post('/merchant/rules/pause-all', pauseAllRules, rules);
  rest.put('/merchant/rules/order', orderRules, rules);
  rest.put('/merchant/rules/{id}', updateRule, rules);
  rest.delete('/merchant/rules/{id}', removeRule, rules);
  rest.post('/merchant/rules/{id}/back-test', backTest, rules);
  rest.post('/merchant/rules/{id}/switch-on', switchOnRule, rules);
  rest.post('/merchant/rules/{id}/pause', pauseRule, rules);
  rest.get('/alerts/rule-notices', ruleNotices, rules);

  const alerts = { tag: 'Alerts' };
  rest.get('/alerts', listAlerts, alerts);
  rest.get('/alerts/counts', alertCounts, alerts);
  rest.get('/alerts/pulse', alertPulse, alerts);
  rest.get('/alerts/exports', listExports, alerts);
  rest.get('/alerts/{id}', getAlert, alerts);
  rest.get('/alerts/{id}/related', relatedAlerts, alerts);
  rest.put('/alerts/{id}/process', processAlert, alerts);
  rest.put('/alerts/{id}/answer', correctAnswer, alerts);
  rest.post('/alerts/{id}/answer/send-again', sendAgain, alerts);
  rest.put('/alerts/{id}/draft', saveAnswerDraft, alerts);
  rest.get('/snippets', listSnippets, alerts);
  rest.post('/snippets', keepSnippet, alerts);
  rest.delete('/snippets/{id}', removeSnippet, alerts);
  rest.post('/alerts/batch/process', processAlerts, alerts);
  rest.post('/alerts/{id}/evidence', uploadEvidence, { ...alerts, takesFile: EVIDENCE_UPLOAD });
  rest.get('/alerts/{id}/evidence/{evidenceId}', getEvidence, { ...alerts, givesFile: EVIDENCE_TYPES });
  rest.delete('/alerts/{id}/evidence/{evidenceId}', removeEvidence, alerts);
  rest.get('/alerts/{id}/pdf', getAlertPdf, { ...alerts, givesFile: PDF_TYPES });
  rest.get('/alerts/{id}/receipt', getReceipt, alerts);
  rest.get('/alerts/{id}/receipt.pdf', getReceiptPdf, { ...alerts, givesFile: PDF_TYPES });
  rest.post('/alerts/export', exportAlerts, alerts);
  rest.post('/alerts/exports', startExport, alerts);
  rest.get('/alerts/exports/{id}/file', downloadExport, { ...alerts, givesFile: EXPORT_TYPES });
  rest.post('/alerts/exports/{id}/cancel', cancelExport, alerts);
  rest.post('/alerts/exports/{id}/repeat', repeatExport, alerts);
  rest.delete('/alerts/exports/{id}', removeExport, alerts);
  rest.get('/alerts/{id}/mails', listAlertMails, alerts);
  rest.put('/alerts/{id}/assignee', handOverAlert, alerts);
  rest.get('/alerts/{id}/notes', listNotes, alerts);
  rest.post('/alerts/{id}/notes', addNote, alerts);
  rest.delete('/alerts/{id}/notes/{noteId}', removeNote, alerts);
  rest.post('/alerts/answer-link', readAnswerLink, alerts);
  rest.post('/alerts/answer-link/answer', answerByLink, alerts);
}
