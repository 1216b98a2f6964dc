export { announceAnswerTrouble } from './answer-trouble.ts';
export { ACTION_LABELS, FAILURE_TEXTS, RISK_LABELS, ROLE_LABELS } from './labels.ts';
export { mailParams } from './mail-params.ts';
export { type MailQueue, mailQueue, queueMails } from './queue-mails.ts';
export { sendMail } from './send-mail.ts';
export { type NewMail, paramsPlace, secretPlace, systemAdmins } from './store.ts';
export { announceQueue, tellAdmins } from './tell-admins.ts';
export { type MailKind, type RenderedMail, renderMail } from './templates.ts';
