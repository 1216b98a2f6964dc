import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { refundLeft } from './earlier-refunds.ts';
import type { AlertRow } from './intake-store.ts';
import { lockRefunds } from './relatives-store.ts';
import { twinsOf } from './twins.ts';

/**
 * Nobody pays one transaction back twice unawares: an answer that refunds more than earlier refunds of the same transaction have left stops
 * with `ALERT_REFUNDED_BEFORE` and says which alert, when and how much; `despiteRefund` goes on. Whichever door the answer came by, and of
 * two alerts of one transaction answered at the same moment the second stops. `alert` is locked; `amount` in ten-thousandths.
 */
export async function guardRefund(
  ctx: Pick<Context, 'db' | 'ports'>,
  alert: AlertRow,
  amount: bigint,
  despiteRefund: boolean,
): Promise<void> {
  if (alert.merchantId === null) return;
  await lockRefunds(ctx.db, alert.merchantId);
  if (despiteRefund) return;
  const { refunds } = await twinsOf(ctx, alert, { id: alert.id, merchantId: alert.merchantId, held: false });
  const left = refundLeft(parseAmount(alert.amount) ?? 0n, alert.currency, refunds);
  if (refunds.length === 0 || amount <= left) return;
  throw appError('ALERT_REFUNDED_BEFORE', { refunds, left: amountToNumber(left), currency: alert.currency });
}
