import { after, DAY } from '../kernel/time.ts';
import type { SILENCE_KINDS } from './model.ts';

export interface WatchedCard {
  registerTime: Date;
  lastAlertTime: Date | null;
}

/**
 * Whether an enrolled card is silent longer than `days`: `NEVER` any alert since it was enrolled, or `STOPPED` while the merchant's other
 * descriptors had some. Where the whole merchant is quiet nothing is wrong with one card.
 */
export function silenceOf(
  card: WatchedCard,
  merchantLastAlert: Date | null,
  now: Date,
  days: number,
): (typeof SILENCE_KINDS)[number] | undefined {
  const limit = after(now, -days * DAY);
  if (card.registerTime > limit) return undefined;
  if (card.lastAlertTime === null) return 'NEVER';
  const othersHad = merchantLastAlert !== null && merchantLastAlert >= limit;
  return card.lastAlertTime < limit && othersHad ? 'STOPPED' : undefined;
}
