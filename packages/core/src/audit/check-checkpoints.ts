import type { Context } from '../kernel/context.ts';
import { chainHead } from './chain-store.ts';
import { type Checkpoint, checkCheckpoint, readCheckpoint } from './checkpoint.ts';
import { allCheckpoints } from './checkpoint-store.ts';
import type { ProblemKind } from './model.ts';
import { hashesAt } from './verify-store.ts';
import { found, type Walk } from './walk.ts';

const BATCH = 1000;

/**
 * Holds the checkpoints, those of the database and those outside, against the chain: one that is further than
 * the chain's end means that the end was cut off; another hash, that everything was written anew.
 */
export async function checkCheckpoints(ctx: Context, walk: Walk): Promise<{ stored: number; outside: number }> {
  const { db } = ctx;
  const stored = await allCheckpoints(db);
  const outside = (await ctx.ports.checkpoints.lines()).flatMap((line) => readCheckpoint(line) ?? []);
  const all = [...stored, ...outside].sort((a, b) => a.seq - b.seq);
  // Read behind them: a checkpoint made meanwhile isn't further than this.
  const end = await chainHead(db);
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const hashes = await hashesAt(
      db,
      batch.map(({ seq }) => seq),
    );
    for (const checkpoint of batch) {
      const kind = mistake(ctx, checkpoint, end.seq, hashes.get(checkpoint.seq));
      if (kind) found(walk, kind, checkpoint.seq, null);
    }
  }
  return { stored: stored.length, outside: outside.length };
}

function mistake(
  ctx: Context,
  checkpoint: Checkpoint,
  endSeq: number,
  hash: Buffer | undefined,
): ProblemKind | undefined {
  const verdict = checkCheckpoint(ctx.ports.macs, checkpoint);
  if (verdict === 'unknown-key') return 'KEY_MISSING';
  if (verdict === 'forged') return 'CHECKPOINT_FORGED';
  if (checkpoint.seq > endSeq) return 'END_CUT_OFF';
  // A link that isn't there was found missing on the way.
  return hash && !hash.equals(checkpoint.hash) ? 'REWRITTEN' : undefined;
}
