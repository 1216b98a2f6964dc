import { iso, isoOrNull } from '../kernel/time.ts';
import type { Rotation } from './model.ts';
import type { PartRow, RotationRow } from './rotation-store.ts';

/** `share` of one part: what was looked at, of what there is about; never whole before it is. */
export function partShare({ looked, finishedTime }: PartRow, estimate: number): number {
  if (finishedTime !== null) return 1;
  return looked === 0 ? 0 : Math.min(0.99, looked / Math.max(looked, estimate));
}

export function toRotation(
  row: RotationRow,
  parts: readonly PartRow[],
  estimates: ReadonlyMap<string, number>,
): Rotation {
  const size = (part: PartRow) => Math.max(1, estimates.get(part.sealed) ?? 0, part.looked);
  const all = parts.reduce((sum, part) => sum + size(part), 0);
  const done = parts.reduce((sum, part) => sum + partShare(part, size(part)) * size(part), 0);
  const total = (field: 'resealed' | 'unreadable') => parts.reduce((sum, part) => sum + part[field], 0);
  return {
    id: row.id,
    targetKey: row.targetKey,
    status: row.status,
    pass: row.pass,
    share: row.status === 'DONE' || all === 0 ? 1 : Math.min(0.999, done / all),
    resealed: total('resealed'),
    unreadable: total('unreadable'),
    requestedBy: row.requestedBy,
    requestedTime: iso(row.requestedTime),
    finishedTime: isoOrNull(row.finishedTime),
  };
}
