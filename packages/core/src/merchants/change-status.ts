import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { type StatusAct, statusAfter } from './status-rules.ts';
import { lockMerchant, writeStatus } from './status-store.ts';

/**
 * The only way a merchant's status changes, in the caller's transaction: the row is locked, the diagram asked, old and new value and the
 * reason noted for the audit (A-061; who and when stand in its row). Errors: `MERCHANT_NOT_FOUND`, `MERCHANT_TRANSITION`.
 */
export async function changeStatus(ctx: Context, id: number, act: StatusAct, reason: string | null) {
  const merchant = await lockMerchant(ctx, id);
  if (!merchant) throw appError('MERCHANT_NOT_FOUND');
  const status = statusAfter(merchant.status, act);
  ctx.audit({ targetType: 'merchant', targetId: id, detail: { old: merchant.status, new: status ?? null, reason } });
  if (!status) throw appError('MERCHANT_TRANSITION', { status: merchant.status });
  const now = ctx.now();
  await writeStatus(ctx, id, { status, statusReason: reason, ...(act === 'activate' && { activatedTime: now }) }, now);
  return { ...merchant, status };
}

/** what following the link of an activation or invitation does. */
export async function activateMerchant(ctx: Context, id: number): Promise<void> {
  await changeStatus(ctx, id, 'activate', null);
}
