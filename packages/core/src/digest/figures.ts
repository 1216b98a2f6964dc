import type { Core } from '../kernel/context.ts';
import { failedCards, openAlerts, weekRows } from './store.ts';
import type { Week } from './week.ts';

export interface Figures {
  received: number;
  answered: number;
  /** Of the week's alerts: not answered, and it is too late now. */
  expired: number;
  /** Decimal text by currency, never summed across currencies. */
  refunded: { currency: string; amount: string }[];
  open: number;
  nextDeadline: Date | null;
  failedCards: number;
}

/** A merchant's week; undefined when there was nothing at all: nothing came, nothing waits, no enrolment failed. */
export async function figuresOf(core: Core, merchantId: number, week: Week): Promise<Figures | undefined> {
  const now = core.now();
  const [rows, open, failed] = await Promise.all([
    weekRows(core.db, merchantId, week, now),
    openAlerts(core.db, merchantId, now),
    failedCards(core.db, merchantId, week.from),
  ]);
  const sum = (name: 'received' | 'answered' | 'expired') => rows.reduce((total, row) => total + Number(row[name]), 0);
  const received = sum('received');
  if (received === 0 && open.count === 0 && failed.fresh === 0) return undefined;
  return {
    received,
    answered: sum('answered'),
    expired: sum('expired'),
    refunded: rows.flatMap(({ currency, refunded }) => (refunded === null ? [] : [{ currency, amount: refunded }])),
    open: open.count,
    nextDeadline: open.deadline,
    failedCards: failed.count,
  };
}
