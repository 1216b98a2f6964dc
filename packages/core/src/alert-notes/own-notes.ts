import { type OwnAlert, ownAlert } from '../alerts/index.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import type { NotesOwner } from './store.ts';

/**
 * The alert and who of its merchant's people acts. Notes are the merchant's own: staff have none, also when they act on its behalf.
 * Errors: `ALERT_NOT_FOUND`.
 */
export async function ownNotes(
  ctx: Context,
  id: number,
): Promise<{ userId: number; owner: NotesOwner; alert: OwnAlert }> {
  if (ctx.actor.kind !== 'merchant') throw appError('ALERT_NOT_FOUND');
  const alert = await ownAlert(ctx, id);
  return { userId: ctx.actor.id, owner: { alertRef: alert.id, merchantId: ctx.actor.merchantId }, alert };
}
