export { announceAnswerTrouble } from './answer-trouble.ts';
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
export { ACTION_LABELS, FAILURE_TEXTS, RISK_LABELS, ROLE_LABELS } from './labels.ts';
export { KIND_WORDS, TEMPLATE_GROUPS, type TemplateGroup } from './mail-kinds.ts';
export type { RenderedMail } from './mail-page.ts';
export { mailParams } from './mail-params.ts';
export type { MerchantMessage } from './merchant-message.ts';
export { messageWords } from './message-words.ts';
export { type MailQueue, mailQueue, queueMails } from './queue-mails.ts';
export { sendMail } from './send-mail.ts';
export { type NewMail, paramsPlace, secretPlace, systemAdmins } from './store.ts';
export { announceQueue, tellAdmins } from './tell-admins.ts';
export type { AccountNotice } from './templates/account-notice.ts';
export { securityWords } from './templates/security-alarm.ts';
export { isMailKind, MAIL_KINDS, type MailKind, renderMail } from './templates.ts';
export { placeOf, type TextFault, textFaultMessage } from './text-faults.ts';
export { sampleValues, variableWords } from './variables.ts';
export { fillText } from './write-mail.ts';
