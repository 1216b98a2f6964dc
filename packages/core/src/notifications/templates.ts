import type { Locale } from '../kernel/locale.ts';
import type { Html } from './html.ts';
import { mailPage, type RenderedMail } from './mail-page.ts';
import { accountEmailAsked, accountEmailChanged, accountEmailConfirm } from './templates/account-email.ts';
import { accountActivate, accountExists, accountInvited } from './templates/account-entry.ts';
import { accountNotice } from './templates/account-notice.ts';
import { accountPasswordChanged, accountReset } from './templates/account-password.ts';
import { adminDue } from './templates/admin-due.ts';
import { adminQueue } from './templates/admin-queue.ts';
import { adminQueueDue } from './templates/admin-queue-due.ts';
import { alertAnswered } from './templates/alert-answered.ts';
import { alertHanded, alertMentioned } from './templates/alert-colleague.ts';
import { alertNew } from './templates/alert-new.ts';
import { alertRefunded } from './templates/alert-refunded.ts';
import { alertExpired, alertReminder } from './templates/alert-reminder.ts';
import { answerFailed } from './templates/answer-failed.ts';
import { auditBroken } from './templates/audit-broken.ts';
import { cardResult } from './templates/card-result.ts';
import { cardResults } from './templates/card-results.ts';
import { channelOff } from './templates/channel-off.ts';
import { digestWeekly } from './templates/digest-weekly.ts';
import { merchantActivate, merchantInvited, staffInvited } from './templates/invitations.ts';
import { merchantClosed, merchantRestored, merchantSuspended } from './templates/merchant-status.ts';
import { notifyTest } from './templates/notify-test.ts';
import { ruleAnswered, ruleLeft, rulePaused } from './templates/rules.ts';
import { securityAlarm } from './templates/security-alarm.ts';

export const MAIL_KINDS = [
  'alert.new',
  'alert.refunded',
  'alert.reminder',
  'alert.expired',
  'alert.answered',
  'alert.answer-failed',
  'alert.mentioned',
  'alert.handed',
  'card.result',
  'card.results',
  'admin.queue',
  'admin.queue-due',
  'admin.due',
  'notify.test',
  'audit.broken',
  'merchant.suspended',
  'merchant.restored',
  'merchant.closed',
  'merchant.invited',
  'merchant.activate',
  'staff.invited',
  'account.activate',
  'account.exists',
  'account.invited',
  'account.reset',
  'account.password-changed',
  'account.email-confirm',
  'account.email-asked',
  'account.email-changed',
  'account.new-device',
  'account.totp-on',
  'account.totp-off',
  'account.recovery-used',
  'account.reuse',
  'security.alarm',
  'channel.off',
  'rule.answered',
  'rule.left',
  'rule.paused',
  'digest.weekly',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface Template {
  subject(params: Params): string;
  title: string;
  body(params: Params): Html;
}

/** Values are plain text; the template escapes them. A missing one shows as “–”. */
export type Params = (name: string) => string;

const TEMPLATES: Record<MailKind, Record<Locale, Template>> = {
  'alert.new': alertNew,
  'alert.refunded': alertRefunded,
  'alert.reminder': alertReminder,
  'alert.expired': alertExpired,
  'alert.answered': alertAnswered,
  'alert.answer-failed': answerFailed,
  'alert.mentioned': alertMentioned,
  'alert.handed': alertHanded,
  'card.result': cardResult,
  'card.results': cardResults,
  'admin.queue': adminQueue,
  'admin.queue-due': adminQueueDue,
  'admin.due': adminDue,
  'notify.test': notifyTest,
  'audit.broken': auditBroken,
  'merchant.suspended': merchantSuspended,
  'merchant.restored': merchantRestored,
  'merchant.closed': merchantClosed,
  'merchant.invited': merchantInvited,
  'merchant.activate': merchantActivate,
  'staff.invited': staffInvited,
  'account.activate': accountActivate,
  'account.exists': accountExists,
  'account.invited': accountInvited,
  'account.reset': accountReset,
  'account.password-changed': accountPasswordChanged,
  'account.email-confirm': accountEmailConfirm,
  'account.email-asked': accountEmailAsked,
  'account.email-changed': accountEmailChanged,
  'account.new-device': accountNotice('new-device'),
  'account.totp-on': accountNotice('totp-on'),
  'account.totp-off': accountNotice('totp-off'),
  'account.recovery-used': accountNotice('recovery-used'),
  'account.reuse': accountNotice('reuse'),
  'security.alarm': securityAlarm,
  'channel.off': channelOff,
  'rule.answered': ruleAnswered,
  'rule.left': ruleLeft,
  'rule.paused': rulePaused,
  'digest.weekly': digestWeekly,
};

/** The built-in text of a kind: in force until an admin writes another, and whenever that one can't be used. */
export function builtIn(kind: MailKind, locale: Locale): Template {
  return TEMPLATES[kind][locale];
}

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(TEMPLATES, text);
}

/** What is said of some alerts only; texts are written so that nothing in its place reads well. */
const ONLY_SOMETIMES: readonly string[] = ['plan'];

/** What stands where there is no value. */
export function missing(name: string): string {
  return ONLY_SOMETIMES.includes(name) ? '' : '–';
}

/** Subject, HTML and plain text of a mail. Every value is escaped in HTML and stripped of line breaks in the subject. */
export function renderMail(kind: MailKind, locale: Locale, values: Record<string, string>): RenderedMail {
  const template = builtIn(kind, locale);
  const params: Params = (name) => values[name] || missing(name);
  return mailPage(locale, template.title, template.subject(params), template.body(params).markup);
}
