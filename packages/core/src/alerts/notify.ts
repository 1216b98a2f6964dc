import { createHash } from 'node:crypto';
import { asLocale } from '../kernel/locale.ts';
import { amountToSql, exponentOf } from '../kernel/money.ts';
import { inZone } from '../kernel/time.ts';
import { mailDomain, type NewMail, queueMails, RISK_LABELS } from '../notifications/index.ts';
import { deadlineOf } from './deadline.ts';
import type { IncomingAlert } from './incoming.ts';
import type { Program, RiskLevel } from './model.ts';
import type { Recording } from './record-alerts.ts';
import { computeRisk } from './risk.ts';

export interface NotifiedCard {
  merchantId: number;
  notifyEmail: string | null;
  merchantEmail: string;
  merchantLocale: string;
  merchantTimeZone: string;
}

export interface NoticedAlert {
  alertId: string;
  program: Program;
  alertTime: Date;
  deadline: Date;
  /** Ten-thousandths. */
  amount: bigint;
  currency: string;
  riskLevel: RiskLevel;
}

export function noticed(alert: IncomingAlert): NoticedAlert {
  return { ...alert, deadline: deadlineOf(alert), riskLevel: alert.riskLevel ?? computeRisk(alert) };
}

export interface Notice {
  alertRef: number;
  alert: NoticedAlert;
  card: NotifiedCard;
}

/** Tells the merchant: one mail per address, the card's and the merchant's, each once however often the alert comes. */
export async function queueNotices({ core, tx, emit }: Recording, notices: readonly Notice[]): Promise<void> {
  const mails = notices.flatMap((notice) =>
    recipientsOf(notice.card).map((recipient) => noticeMail(notice, recipient, core.ports.publicUrl)),
  );
  await queueMails(
    { db: tx, emit, now: core.now(), domain: mailDomain(core.ports.publicUrl), cipher: core.ports.cipher },
    mails,
  );
}

export function recipientsOf(card: Pick<NotifiedCard, 'notifyEmail' | 'merchantEmail'>): string[] {
  const addresses = [card.notifyEmail, card.merchantEmail]
    .filter((address) => address !== null)
    .map((address) => address.trim().toLowerCase());
  return [...new Set(addresses)];
}

export function recipientKey(recipient: string): string {
  return createHash('sha256').update(recipient).digest('hex').slice(0, 16);
}

function noticeMail({ alertRef, alert, card }: Notice, recipient: string, publicUrl: string): NewMail {
  const locale = asLocale(card.merchantLocale);
  return {
    kind: alert.program === 'RDR' ? 'alert.refunded' : 'alert.new',
    dedupKey: `${alertRef}:${recipientKey(recipient)}`,
    recipient,
    locale,
    merchantId: card.merchantId,
    alertRef,
    params: {
      alertId: alert.alertId,
      alertTime: inZone(alert.alertTime, card.merchantTimeZone),
      amount: shortAmount(alert.amount, alert.currency),
      currency: alert.currency,
      riskLevel: RISK_LABELS[locale][alert.riskLevel],
      deadline: inZone(alert.deadline, card.merchantTimeZone),
      loginUrl: `${publicUrl}/alerts/${alertRef}`,
    },
  };
}

/** The amount with its currency's decimals (more only when it has more), without the currency. */
export function shortAmount(amount: bigint, currency: string): string {
  const [whole = '0', fraction = ''] = amountToSql(amount).split('.');
  const decimals = exponentOf(currency);
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
