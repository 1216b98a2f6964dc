export { listAlertMails } from './alert-mails.ts';
export { closeAnswerLink, createAnswerLink, findAnswerLink, purgeAnswerLinks } from './answer-link-store.ts';
export { builtInText, type MailText, readText, rulesOf } from './built-in-text.ts';
export {
  CHANNELS,
  type Channel,
  type ChannelSetting,
  channelChoice,
  channelsFor,
  kindsWithChoice,
} from './channel-rules.ts';
export { readChannelSetting, writeChannels } from './channel-store.ts';
export { getMail } from './get-mail.ts';
export { getNotificationSettings } from './get-settings.ts';
export { getTestMail } from './get-test-mail.ts';
export { ACTION_LABELS, FAILURE_TEXTS, RISK_LABELS, ROLE_LABELS } from './labels.ts';
export { listMails } from './list-mails.ts';
export { KIND_WORDS, TEMPLATE_GROUPS, type TemplateGroup } from './mail-kinds.ts';
export { leavesAt, mailMerchants } from './mail-merchants.ts';
export type { RenderedMail } from './mail-page.ts';
export { mailParams } from './mail-params.ts';
export type { MerchantMessage } from './merchant-message.ts';
export { messageWords } from './message-words.ts';
export { type Bounce, type BounceOutcome, noteBounce } from './note-bounce.ts';
export { planWords } from './plan-words.ts';
export { type MailQueue, mailQueue, queueMails } from './queue-mails.ts';
export { readDsn } from './read-dsn.ts';
export { resendMails } from './resend-mails.ts';
export { sendMail } from './send-mail.ts';
export { sendTestMail } from './send-test.ts';
export { cardAddresses, type Preferences, preferencesOf } from './settings-store.ts';
export { type NewMail, paramsPlace, platformAdmins, secretPlace, systemAdmins } from './store.ts';
export { announceQueue, tellAdmins } from './tell-admins.ts';
export { announceDue, tellDue } from './tell-due.ts';
export { tellQueueDue } from './tell-queue-due.ts';
export type { AccountNotice } from './templates/account-notice.ts';
export { securityWords } from './templates/security-alarm.ts';
export { isMailKind, MAIL_KINDS, type MailKind, renderMail } from './templates.ts';
export { placeOf, type TextFault, textFaultMessage } from './text-faults.ts';
export { troublesOf } from './trouble-store.ts';
export { updateNotificationSettings } from './update-settings.ts';
export { sampleValues, variableWords } from './variables.ts';
export { fillText } from './write-mail.ts';
