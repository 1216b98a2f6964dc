import type { Core } from '../kernel/context.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import { after, inZone, MINUTE } from '../kernel/time.ts';
import { planAnswers } from '../rule-plans/index.ts';
import { alertOfMail, toldSince } from './alert-mail-store.ts';
import { createAnswerLink } from './answer-link-store.ts';
import { mailParams } from './mail-params.ts';
import { planWords } from './plan-words.ts';
import { type Preferences, preferencesOf } from './settings-store.ts';
import type { mailById } from './store.ts';
import { timeLeft } from './time-left.ts';

type MailToSend = NonNullable<Awaited<ReturnType<typeof mailById>>>;
type AlertNow = NonNullable<Awaited<ReturnType<typeof alertOfMail>>>;

/** */
const REPEAT_AFTER = 30 * MINUTE;

/** What fills a mail at the moment it leaves, or why it needn't leave any more. */
export type Prepared = { values: Record<string, string> } | { needless: string };

const ANSWER_HERE: Record<Locale, string> = {
  'zh-CN': '不登录，直接答复（链接仅供收件人本人使用，请勿转发）',
  en: 'Answer without signing in (this link is yours alone: please don’t forward it)',
};
const SIGN_IN: Record<Locale, string> = { 'zh-CN': '登录后处理', en: 'Sign in and answer' };

/**
 * A mail that asks for an answer is looked at once more when it leaves: it may have waited for the merchant's hours, for the mail server or
 * for somebody to send it again. How much time is left is reckoned now, and the link that answers without signing in is made now.
 */
export async function prepareMail(core: Core, mail: MailToSend): Promise<Prepared> {
  const values = mailParams(core.ports.cipher, mail);
  const { alertRef, merchantId, kind } = mail;
  if ((kind !== 'alert.new' && kind !== 'alert.reminder') || alertRef === null || merchantId === null)
    return { values };
  const now = core.now();
  const alert = await alertOfMail(core.db, alertRef);
  const wishes = (await preferencesOf(core.db, [merchantId])).get(merchantId);
  if (!alert || !wishes) return { needless: 'the alert is gone' };
  const needless = await whyNeedless(core, { ...mail, alertRef }, alert, now);
  if (needless) return { needless };
  const locale = asLocale(mail.locale);
  return {
    values: {
      ...values,
      deadline: inZone(alert.deadline, wishes.timeZone),
      left: timeLeft(now, alert.deadline, locale),
      plan: alert.ruled ? await planNow(core, alert, wishes, locale) : '',
      ...(await answerWay(core, mail, alert, wishes, values.loginUrl ?? core.ports.publicUrl)),
    },
  };
}

/** What a rule will answer, as the rules are now: they may have changed since the mail was queued. */
async function planNow({ db, now }: Core, alert: AlertNow, wishes: Preferences, locale: Locale): Promise<string> {
  const { merchantId, timeZone } = wishes;
  const plans = await planAnswers(db, [{ alertRef: alert.id, merchantId }], now());
  return planWords(plans.get(alert.id), locale, timeZone);
}

async function whyNeedless(
  { db }: Core,
  mail: MailToSend & { alertRef: number },
  alert: AlertNow,
  now: Date,
): Promise<string | null> {
  const reminder = mail.kind === 'alert.reminder';
  if (!reminder && mail.sendAfter === null && mail.resends === 0) return null;
  if (alert.merchantId !== mail.merchantId) return 'the alert belongs to another merchant now';
  if (alert.holdReason !== null) return 'the alert is held';
  if (alert.processStatus !== 'PENDING') return 'the alert is answered';
  if (!reminder) return null;
  if (alert.deadline <= now) return 'the deadline has passed';
  return (await toldSince(db, mail, after(now, -REPEAT_AFTER))) ? 'told within the last 30 minutes' : null;
}

async function answerWay(
  core: Core,
  mail: MailToSend,
  alert: AlertNow,
  wishes: Preferences,
  loginUrl: string,
): Promise<{ answerUrl: string; answerHint: string }> {
  const locale = asLocale(mail.locale);
  const now = core.now();
  const open = alert.needsAnswer === 1 && alert.merchantId === wishes.merchantId && alert.deadline > now;
  if (!open || !wishes.active || wishes.answerNeedsSignIn) return { answerUrl: loginUrl, answerHint: SIGN_IN[locale] };
  const link = {
    alertRef: alert.id,
    merchantId: wishes.merchantId,
    recipient: mail.recipient,
    expiresTime: alert.deadline,
  };
  const token = await createAnswerLink(core.db, link, now);
  return { answerUrl: `${core.ports.publicUrl}/answer?token=${token}`, answerHint: ANSWER_HERE[locale] };
}
