import type { AlertSummary } from '@forewarn/core/alerts/model';
import { amountToNumber, parseAmount } from '@forewarn/core/kernel/money';

/** Why a selected alert takes no part in a batch. */
export type LeftOut = 'rdr' | 'answered' | 'held';
export interface CurrencyTotal {
  currency: string;
  amount: number;
}

type Facts = Pick<AlertSummary, 'program' | 'processStatus' | 'holdReason' | 'matchStatus'>;

/** The same rules as the server's: what can't be answered isn't asked for. One past its deadline can still be answered, late. */
export function leftOut({ program, processStatus, holdReason, matchStatus }: Facts): LeftOut | undefined {
  if (program === 'RDR') return 'rdr';
  if (processStatus !== 'PENDING') return 'answered';
  return matchStatus === 'UNMATCHED' || holdReason !== null ? 'held' : undefined;
}

/** Those that can be answered, and how many are left out for which reason. */
export function splitBatch<T extends Facts>(alerts: readonly T[]): { ready: T[]; out: Map<LeftOut, number> } {
  const ready: T[] = [];
  const out = new Map<LeftOut, number>();
  for (const alert of alerts) {
    const reason = leftOut(alert);
    if (reason) out.set(reason, (out.get(reason) ?? 0) + 1);
    else ready.push(alert);
  }
  return { ready, out };
}

/** A total for each currency, never across them; in the order of their names, so that they don't jump about. */
export function totalsOf(alerts: readonly Pick<AlertSummary, 'amount' | 'currency'>[]): CurrencyTotal[] {
  const totals = new Map<string, bigint>();
  for (const { amount, currency } of alerts)
    totals.set(currency, (totals.get(currency) ?? 0n) + (parseAmount(String(amount)) ?? 0n));
  return [...totals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount: amountToNumber(amount) }));
}
