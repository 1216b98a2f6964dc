import { bare } from './descriptor-parts.ts';

/** Below this many letters nearly everything resembles everything. */
const SHORTEST = 4;

/**
 * Whether one descriptor is likely the other, typed differently: equal but for signs and blanks, cut off, or one or two letters apart.
 * Equal ones resemble each other too.
 */
export function resembles(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST) return a !== '' && a === b;
  if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
  const allowed = shorter >= 8 ? 2 : 1;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b, allowed) <= allowed;
}

/** Levenshtein's distance, given up once it is above `most`. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}
