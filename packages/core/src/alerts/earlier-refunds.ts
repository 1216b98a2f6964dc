import { amountToNumber, parseAmount } from '../kernel/money.ts';
import type { EarlierRefund, ProcessAction } from './model.ts';

/** An alert of the same transaction, with the refund of its last answer (SQL's decimal text). */
export interface RefundRow {
  id: number;
  alertId: string;
  amount: string;
  currency: string;
  alertTime: Date;
  processAction: ProcessAction | string | null;
  processTime: Date | null;
  refundAmount: string | null;
}

/** What is known to have gone back by this alert; null: nothing. */
export function refundOfAlert(row: RefundRow): EarlierRefund | null {
  const { id, alertId, currency } = row;
  const at = (row.processTime ?? row.alertTime).toISOString();
  const refund = (source: EarlierRefund['source'], amount: string | null) => ({
    id,
    alertId,
    source,
    at,
    amount: amount === null ? null : amountToNumber(parseAmount(amount) ?? 0n),
    currency,
  });
  if (row.processAction === 'REFUNDED_BY_NETWORK') return refund('NETWORK', row.amount);
  if (row.processAction === 'INVALID_REFUNDED_BEFORE') return refund('STATED', null);
  return row.refundAmount === null ? null : refund('ANSWER', row.refundAmount);
}

/**
 * What may still go back of `amount` (ten-thousandths) without a word. A refund in another currency or of unknown size counts as all of it:
 * what can't be added up is asked about.
 */
export function refundLeft(amount: bigint, currency: string, refunds: readonly EarlierRefund[]): bigint {
  let left = amount;
  for (const refund of refunds) {
    if (refund.amount === null || refund.currency !== currency) return 0n;
    left -= parseAmount(String(refund.amount)) ?? amount;
  }
  return left > 0n ? left : 0n;
}
