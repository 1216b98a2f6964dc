export { announceAnswerTrouble } from './answer-trouble.ts';
export { ACTION_LABELS, FAILURE_TEXTS, RISK_LABELS } from './labels.ts';
export { type MailQueue, mailQueue, queueMails } from './queue-mails.ts';
export { sendMail } from './send-mail.ts';
export type { NewMail } from './store.ts';
export { announceQueue, tellAdmins } from './tell-admins.ts';
export type { AccountNotice } from './templates/account-notice.ts';
export { securityWords } from './templates/security-alarm.ts';
export { type MailKind, type RenderedMail, renderMail } from './templates.ts';
