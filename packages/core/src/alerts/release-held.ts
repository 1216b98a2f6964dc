import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { parseAmount } from '../kernel/money.ts';
import { insertEvents, lockHeldOf, updateAlert } from './intake-store.ts';
import { queueNotices } from './notify.ts';

/**
 * What came while a merchant was suspended goes to it once it is restored: it is told as if the alert had come now, as long as there is
 * something to answer. Answers how many.
 */
export async function releaseHeld(ctx: Context, merchantId: number): Promise<number> {
  const held = await lockHeldOf(ctx.db, merchantId);
  if (held.length === 0) return 0;
  const now = ctx.now();
  for (const alert of held) await updateAlert(ctx.db, alert.id, { holdReason: null }, now);
  await insertEvents(
    ctx.db,
    held.map(({ id }) => ({ alertRef: id, kind: 'RELEASED', actor: actorRef(ctx.actor), at: now })),
  );
  await queueNotices(
    { core: ctx, tx: ctx.db, emit: ctx.emit },
    held.map((alert) => ({
      alertRef: alert.id,
      alert: { ...alert, amount: parseAmount(alert.amount) ?? 0n },
      merchantId,
      cardId: alert.cardId,
    })),
  );
  return held.length;
}
