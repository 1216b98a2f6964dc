export { strandedFeedbacks } from './answer-store.ts';
export { applyAlertStatus } from './apply-alert-status.ts';
export { assignAlert } from './assign-alert.ts';
export { exportAlerts } from './export-alerts.ts';
export { getAlert } from './get-alert.ts';
export { adminAlertPulse, adminListAlerts, alertPulse, listAlerts } from './list-alerts.ts';
export { processAlert } from './process-alert.ts';
export { type ReceivedAlert, type Recording, recordAlerts } from './record-alerts.ts';
export { sendAnswer } from './send-answer.ts';
