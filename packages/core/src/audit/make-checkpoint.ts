import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after, HOUR, iso } from '../kernel/time.ts';
import { chainHead, holdDuty, nextDuty } from './chain-store.ts';
import { type Checkpoint, signCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { insertCheckpoint, newestCheckpoint } from './checkpoint-store.ts';

const EVERY = HOUR;

/**
 * Once an hour, signs where the chain stands and takes it out of the database: appended to a file and logged. Without that, cutting off
 * the chain's end would leave a shorter chain that fits. The file comes first: a crash leaves a line too many, never one too few.
 */
export function makeCheckpoint(core: Core): Promise<Checkpoint | undefined> {
  return commit(core, async (tx) => {
    const now = core.now();
    if (!(await holdDuty(tx, 'checkpoint', now))) return undefined;
    const head = await chainHead(tx);
    if (head.seq === 0) return undefined;
    await nextDuty(tx, 'checkpoint', after(now, EVERY));
    if ((await newestCheckpoint(tx)) >= head.seq) return undefined;
    const checkpoint = signCheckpoint(core.ports.macs, head, now);
    await core.ports.checkpoints.append(writeCheckpoint(checkpoint));
    await insertCheckpoint(tx, checkpoint);
    const { seq, hash, keyId, signature } = checkpoint;
    core.log.info(
      { seq, hash: hash.toString('hex'), keyId, signature: signature.toString('hex'), madeTime: iso(now) },
      'audit checkpoint',
    );
    return checkpoint;
  });
}
