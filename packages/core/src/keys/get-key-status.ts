import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/operation.ts';
import { type KeyPart, KeyStatus, type Rotation } from './model.ts';
import { PARTS } from './parts.ts';
import { estimatedRows, latestRotation, type PartRow, partsOf } from './rotation-store.ts';
import { partShare, toRotation } from './rotation-view.ts';
import { type Tally, tally } from './tally.ts';

/** C-157: which keys there are, what each still holds, and how far re-sealing has got. Reads beginnings of values, opens none. */
export const getKeyStatus = query('keys.status', {
  permission: 'key:view',
  input: z.object({}),
  output: KeyStatus,
  summary: 'Shows the data keys by their names, how many values each has sealed, and the progress of re-sealing.',
}).run(readKeyStatus);

export async function readKeyStatus(ctx: Context): Promise<KeyStatus> {
  const { keyIds } = ctx.ports.cipher;
  const sealing = keyIds[0] ?? '';
  const row = await latestRotation(ctx.db);
  const progress = row ? await partsOf(ctx.db, row.id) : [];
  const estimates = new Map<string, number>();
  const tallies: { name: string; tally: Tally }[] = [];
  // One after the other: looking must not take the database's attention.
  for (const part of PARTS) {
    estimates.set(part.name, await estimatedRows(ctx.db, part.name.split('.')[0] ?? ''));
    tallies.push({ name: part.name, tally: await tally(ctx, ctx.db, part) });
  }
  const rotation = row ? toRotation(row, progress, estimates) : null;
  const current = rotation?.targetKey === sealing ? rotation : null;
  const parts = tallies.map(({ name, tally }) =>
    toPart(name, tally, keyIds, current && progress.find(({ sealed }) => sealed === name), estimates.get(name) ?? 0),
  );
  return { sealing, opening: [...keyIds], parts, rotation, removable: removable(keyIds, parts, current) };
}

function toPart(
  sealed: string,
  { rows, more }: Tally,
  keyIds: readonly string[],
  progress: PartRow | null | undefined,
  estimate: number,
): KeyPart {
  const keys = [...rows].map(([keyId, n]) => ({ keyId, rows: n, readable: keyIds.includes(keyId) }));
  const counted = keys.reduce((sum, key) => sum + key.rows, 0);
  const seen = counted === 0 ? 1 : (rows.get(keyIds[0] ?? '') ?? 0) / counted;
  return { sealed, keys, more, share: more && progress ? Math.min(seen, partShare(progress, estimate)) : seen };
}

/** A key may go when every value was counted and none is its own, or when a whole pass towards the present key found none. */
function removable(keyIds: readonly string[], parts: readonly KeyPart[], rotation: Rotation | null): string[] {
  const walked = rotation?.status === 'DONE' && rotation.unreadable === 0;
  if (!walked && parts.some(({ more }) => more)) return [];
  const used = new Set(parts.flatMap(({ keys }) => keys.map(({ keyId }) => keyId)));
  return keyIds.slice(1).filter((keyId) => !used.has(keyId));
}
