import { openSessionsOf } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { Consequences } from './model.ts';
import { userIdsOf } from './status-store.ts';

const FIRST = 5;

export async function readConsequences(ctx: Pick<Context, 'db'>, merchantId: number, now: Date): Promise<Consequences> {
  const pending = ctx.db
    .selectFrom('chargebackAlerts')
    .where('merchantId', '=', merchantId)
    .where('needsAnswer', '=', 1);
  const registered = ctx.db
    .selectFrom('merchantCards')
    .where('merchantId', '=', merchantId)
    .where('status', '=', 'REGISTERED');
  const [alerts, cards, alertCount, cardCount, users] = await Promise.all([
    pending
      .select(['id', 'alertId', 'deadline', 'amount', 'currency'])
      .orderBy('deadline')
      .orderBy('id')
      .limit(FIRST)
      .execute(),
    registered
      .select(['id', 'descriptor', 'cardBin', 'caid', 'registerTime'])
      .orderBy('createdTime')
      .orderBy('id')
      .limit(FIRST)
      .execute(),
    pending.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    registered.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    userIdsOf(ctx, merchantId),
  ]);
  const sessions = await openSessionsOf(ctx, 'merchant', users, now);
  return {
    pendingAlerts: Number(alertCount.n),
    firstAlerts: alerts.map((alert) => ({
      ...alert,
      deadline: iso(alert.deadline),
      amount: amountToNumber(parseAmount(alert.amount) ?? 0n),
    })),
    registeredCards: Number(cardCount.n),
    firstCards: cards.map((card) => ({ ...card, registerTime: isoOrNull(card.registerTime) })),
    sessions: sessions.length,
  };
}
