import { commit } from '../kernel/commit.ts';
import type { Core, Tx } from '../kernel/context.ts';
import { after, SECOND } from '../kernel/time.ts';
import { type Met, PARTS, type Part, type Resealed } from './parts.ts';
import { readPosition, writePosition } from './position.ts';
import {
  claimRotation,
  type PartRow,
  partsOf,
  type RotationRow,
  restartParts,
  updatePart,
  updateRotation,
} from './rotation-store.ts';

/** At most this share of the time is spent working: a pause is as long as the batch before it. */
const SHORTEST_PAUSE = 20;
const LONGEST_PAUSE = SECOND;

/** The run each process has said it can’t take part in. */
const told = new WeakMap<object, number>();

/**
 * Seals the next few values anew, of the run that is under way; answers how many milliseconds to wait before the next batch, 0 when there
 * is nothing to do. A batch is one transaction with its progress, so that a killed worker goes on behind the last whole one. Values are
 * swapped only where they are unchanged. Any number of workers share one pace.
 */
export async function resealBatch(core: Core): Promise<number> {
  return commit(core, async (tx) => {
    const begun = core.now();
    const run = await claimRotation(tx, begun);
    if (!run) return 0;
    if (run.targetKey !== core.ports.cipher.keyIds[0]) {
      tellOnce(core, run);
      return 0;
    }
    await advance(core, tx, run);
    const took = core.now().getTime() - begun.getTime();
    const pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, took));
    await updateRotation(tx, run.id, { nextTime: after(core.now(), pause) });
    return pause;
  });
}

async function advance(core: Core, tx: Tx, run: RotationRow): Promise<void> {
  const rows = await partsOf(tx, run.id);
  const open = PARTS.flatMap((part) => {
    const row = rows.find(({ sealed, finishedTime }) => sealed === part.name && finishedTime === null);
    return row ? [{ part, row }] : [];
  });
  const [next] = open;
  if (next) return walk(core, tx, run, next.part, next.row);
  if (rows.some(({ stale }) => stale > 0)) {
    await restartParts(tx, run.id);
    await updateRotation(tx, run.id, { pass: run.pass + 1 });
    return;
  }
  await updateRotation(tx, run.id, { status: 'DONE', finishedTime: core.now() });
  const sum = (field: 'resealed' | 'unreadable') => rows.reduce((total, row) => total + row[field], 0);
  core.log.info({ key: run.targetKey, resealed: sum('resealed'), unreadable: sum('unreadable') }, 're-sealing is done');
}

async function walk(core: Core, tx: Tx, run: RotationRow, part: Part, row: PartRow): Promise<void> {
  const met = await part.next(core, tx, readPosition(row.position), part.look);
  const seen = upTo(met, part.reseal, (one) => isStale(one, run.targetKey));
  const counts: Record<Resealed, number> = { resealed: 0, changed: 0, unreadable: 0 };
  for (const one of seen) {
    if (!isStale(one, run.targetKey)) continue;
    const outcome = one.keyId === undefined ? 'unreadable' : await part.again(core, tx, one.key);
    counts[outcome] += 1;
    if (outcome === 'unreadable')
      core.log.error(
        { sealed: part.name, row: writePosition(one.key), key: one.keyId },
        'a sealed value does not open',
      );
  }
  const last = seen.at(-1);
  await updatePart(tx, row, {
    looked: row.looked + seen.length,
    stale: row.stale + counts.resealed + counts.changed,
    unreadable: row.unreadable + counts.unreadable,
    resealed: row.resealed + counts.resealed,
    position: last ? writePosition(last.key) : row.position,
    finishedTime: seen.length < part.look && seen.length === met.length ? core.now() : null,
  });
}

function isStale({ keyId }: Met, targetKey: string): boolean {
  return keyId !== null && keyId !== targetKey;
}

/** As far as the `limit`th that fits, it included. */
function upTo<T>(items: readonly T[], limit: number, fits: (item: T) => boolean): T[] {
  let found = 0;
  const end = items.findIndex((item) => fits(item) && ++found === limit);
  return end < 0 ? [...items] : items.slice(0, end + 1);
}

/** A worker that was not restarted with the new key can't seal with it. */
function tellOnce(core: Core, run: RotationRow): void {
  if (told.get(core.ports) === run.id) return;
  told.set(core.ports, run.id);
  core.log.warn({ key: run.targetKey }, 'another process asked for re-sealing with a key this one does not seal with');
}
