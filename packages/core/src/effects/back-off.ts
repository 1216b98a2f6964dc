import { after, HOUR, MINUTE, SECOND } from '../kernel/time.ts';

const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR];

/** When to try again after `attempt` tries: 5 s, 30 s, 2 m, 10 m, 30 m, 1 h, then every 2 h, each ±20 % so that many don't come at once. */
export function backOff(now: Date, attempt: number, random: () => number = Math.random): Date {
  const pause = PAUSES[Math.min(attempt, PAUSES.length) - 1] ?? SECOND;
  return after(now, Math.round(pause * (0.8 + 0.4 * random())));
}
