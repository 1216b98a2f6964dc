import type { Core, Executor } from '../kernel/context.ts';
import type { Met, Part } from './parts.ts';

export interface Tally {
  /** By key id; '' for what isn't a sealed value. */
  rows: Map<string, number>;
  more: boolean;
}

/** Counts values by their key, oldest rows first and at most `part.count` of them: a rotation walks the same way. Nothing is opened. */
export async function tally(core: Core, db: Executor, part: Part): Promise<Tally> {
  const met = await part.next(core, db, null, part.count + 1);
  const more = met.length > part.count;
  return { rows: countKeys(met.slice(0, part.count)), more };
}

export function countKeys(met: readonly Met[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { keyId } of met) {
    if (keyId === null) continue;
    rows.set(keyId ?? '', (rows.get(keyId ?? '') ?? 0) + 1);
  }
  return rows;
}
