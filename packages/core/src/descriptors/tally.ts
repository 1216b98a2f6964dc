import { type MatchTier, PROGRAMS, type Program } from '../alerts/model.ts';
import { amountToNumber } from '../kernel/money.ts';

/** Alerts counted together; amounts by currency. */
export interface Tally {
  count: number;
  lastTime: Date;
  newestId: number;
  amounts: Map<string, { amount: bigint; count: number }>;
  programs: Set<Program>;
  tiers: Set<MatchTier>;
}

export interface Counted {
  count: number;
  lastTime: Date;
  newestId: number;
  currency: string;
  amount: bigint;
  program: Program;
  matchTier: MatchTier | null;
}

export function tallied(): Tally {
  return { count: 0, lastTime: new Date(0), newestId: 0, amounts: new Map(), programs: new Set(), tiers: new Set() };
}

export function tally(to: Tally, more: Counted): void {
  to.count += more.count;
  if (more.lastTime > to.lastTime) to.lastTime = more.lastTime;
  to.newestId = Math.max(to.newestId, more.newestId);
  const known = to.amounts.get(more.currency) ?? { amount: 0n, count: 0 };
  to.amounts.set(more.currency, { amount: known.amount + more.amount, count: known.count + more.count });
  to.programs.add(more.program);
  if (more.matchTier) to.tiers.add(more.matchTier);
}

/** For outputs: the currency of most alerts first. */
export function tallyOutput({ count, lastTime, amounts, programs }: Tally) {
  return {
    count,
    lastSeen: lastTime.toISOString(),
    amounts: [...amounts]
      .map(([currency, sum]) => ({ currency, amount: amountToNumber(sum.amount), count: sum.count }))
      .toSorted((a, b) => b.count - a.count || a.currency.localeCompare(b.currency)),
    programs: PROGRAMS.filter((program) => programs.has(program)),
  };
}
