import { amountToSql, exponentOf } from '../kernel/money.ts';
import { inZone } from '../kernel/time.ts';
import { type MerchantMessage, mailQueue, planWords, RISK_LABELS } from '../notifications/index.ts';
import { type PlannedAnswer, planAnswers } from '../rule-plans/index.ts';
import { tellMerchants } from '../telling/index.ts';
import { deadlineOf } from './deadline.ts';
import type { IncomingAlert } from './incoming.ts';
import type { Program, RiskLevel } from './model.ts';
import type { Recording } from './record-alerts.ts';
import { scheduleReminder } from './reminder-steps.ts';
import { computeRisk } from './risk.ts';

export interface NoticedAlert {
  alertId: string;
  program: Program;
  alertTime: Date;
  deadline: Date;
  /** Ten-thousandths. */
  amount: bigint;
  currency: string;
  riskLevel: RiskLevel;
  /** When it came to us: the reminders share out the time from here to the deadline. */
  createdTime: Date;
}

export function noticed(alert: IncomingAlert, receivedTime: Date): NoticedAlert {
  return {
    ...alert,
    deadline: deadlineOf(alert),
    riskLevel: alert.riskLevel ?? computeRisk(alert),
    createdTime: receivedTime,
  };
}

export interface Notice {
  alertRef: number;
  alert: NoticedAlert;
  merchantId: number;
  cardId: number | null;
}

/** Tells the merchants, each address once however often the alert comes, and plans the first reminder. */
export async function queueNotices({ core, tx, emit }: Recording, notices: readonly Notice[]): Promise<void> {
  const queue = mailQueue(core, tx, emit);
  const plans = await planAnswers(tx, notices, queue.now);
  await tellMerchants(
    queue,
    notices.map((notice) => noticeOf(notice, plans.get(notice.alertRef), core.ports.publicUrl)),
  );
  for (const { alertRef, alert, merchantId } of notices) {
    if (alert.program !== 'RDR') scheduleReminder(emit, { ...alert, id: alertRef, merchantId }, queue.now);
  }
}

function noticeOf(
  { alertRef, alert, merchantId, cardId }: Notice,
  plan: PlannedAnswer | undefined,
  publicUrl: string,
): MerchantMessage {
  const settled = alert.program === 'RDR';
  return {
    merchantId,
    kind: settled ? 'alert.refunded' : 'alert.new',
    key: String(alertRef),
    alertRef,
    cardId,
    urgent: !settled && alert.riskLevel === 'HIGH',
    ...(!settled && { deadline: alert.deadline }),
    facts: alertFacts(alert, `${publicUrl}/alerts/${alertRef}`, plan),
  };
}

type Told = Pick<NoticedAlert, 'alertId' | 'alertTime' | 'deadline' | 'amount' | 'currency' | 'riskLevel'>;

/** What mails about an alert say of it. */
export function alertFacts(alert: Told, loginUrl: string, plan?: PlannedAnswer): MerchantMessage['facts'] {
  return (locale, timeZone) => ({
    alertId: alert.alertId,
    alertTime: inZone(alert.alertTime, timeZone),
    amount: shortAmount(alert.amount, alert.currency),
    currency: alert.currency,
    riskLevel: RISK_LABELS[locale][alert.riskLevel],
    deadline: inZone(alert.deadline, timeZone),
    deadlineAt: alert.deadline.toISOString(),
    ...(plan && { plan: planWords(plan, locale, timeZone) }),
    loginUrl,
  });
}

/** The amount with its currency's decimals (more only when it has more), without the currency. */
export function shortAmount(amount: bigint, currency: string): string {
  const [whole = '0', fraction = ''] = amountToSql(amount).split('.');
  const decimals = exponentOf(currency);
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
