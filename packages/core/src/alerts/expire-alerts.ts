import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { parseAmount } from '../kernel/money.ts';
import { after, DAY } from '../kernel/time.ts';
import { announceDue, mailQueue, preferencesOf } from '../notifications/index.ts';
import { tellMerchants } from '../telling/index.ts';
import { markExpired, type UnansweredAlert, unansweredAtDeadline } from './expire-store.ts';
import { insertEvents } from './intake-store.ts';
import { alertFacts } from './notify.ts';
import { lockQueued, queueAtDeadline } from './queue-store.ts';
import type { Recording } from './record-alerts.ts';

/** Longer past than this, nobody is woken: after an outage of days the history says it, not a thousand mails. */
const NEWS_FOR = DAY;

/**
 * Alerts that nobody has answered by their deadline become EXPIRED, each once however many workers look: it leaves what needs an answer,
 * its history says so, its merchant and the operator are told, in one message each. A late answer stays possible. At most `limit` a call;
 * answers how many.
 */
export async function expireAlerts(core: Core, limit: number): Promise<number> {
  return commit(core, async (tx, emit) => {
    const now = core.now();
    const alerts = await unansweredAtDeadline(tx, now, limit).execute();
    if (alerts.length === 0) return 0;
    await markExpired(
      tx,
      alerts.map(({ id }) => id),
      now,
    );
    await noteExpired({ core, tx, emit }, alerts);
    return alerts.length;
  });
}

/**
 * The same for alerts that had no merchant to answer them by then: EXPIRED, still in the queue, told to the operator alone. Without it the
 * misses that were the operator's own would stand nowhere. At most `limit` a call; answers how many.
 */
export async function expireQueued(core: Core, limit: number): Promise<number> {
  return commit(core, async (tx, emit) => {
    const now = core.now();
    const found = await queueAtDeadline(tx, now, limit).execute();
    const locked = await lockQueued(
      tx,
      found.map(({ id }) => id),
    );
    if (locked.size === 0) return 0;
    await markExpired(tx, [...locked], now);
    const alerts = found.filter(({ id }) => locked.has(id)).map((alert) => ({ ...alert, merchantId: null }));
    await noteExpired({ core, tx, emit }, alerts);
    return alerts.length;
  });
}

/** History and messages of alerts that have expired unanswered just now, whoever found it out. */
export async function noteExpired({ core, tx, emit }: Recording, alerts: readonly UnansweredAlert[]): Promise<void> {
  const now = core.now();
  await insertEvents(
    tx,
    alerts.map(({ id }) => ({ alertRef: id, kind: 'EXPIRED', level: 'WARN', actor: 'system:deadlines', at: now })),
  );
  const news = alerts.filter(({ deadline }) => deadline > after(now, -NEWS_FOR));
  if (news.length === 0) return;
  announceDue(emit, now);
  const merchants = await preferencesOf(tx, [...new Set(news.flatMap(({ merchantId }) => merchantId ?? []))]);
  await tellMerchants(
    mailQueue(core, tx, emit),
    news.flatMap(({ id, merchantId, cardId, ...alert }) =>
      merchantId === null || !merchants.get(merchantId)?.active
        ? []
        : {
            merchantId,
            kind: 'alert.expired' as const,
            key: `${id}:END:${alert.deadline.getTime()}`,
            alertRef: id,
            cardId,
            urgent: false,
            backups: true,
            facts: alertFacts(
              { ...alert, amount: parseAmount(alert.amount) ?? 0n },
              `${core.ports.publicUrl}/alerts/${id}`,
            ),
          },
    ),
  );
}
