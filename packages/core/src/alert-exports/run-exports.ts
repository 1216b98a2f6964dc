import { randomUUID } from 'node:crypto';
import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after, DAY, MINUTE, SECOND } from '../kernel/time.ts';
import { EXPORT_KEPT_DAYS } from './model.ts';
import { partKey, partsOf, removeParts } from './parts.ts';
import { dueQuery, type ExportRecord, updateJob, updateLeased } from './store.ts';
import { tellOwner } from './tell-owner.ts';
import { writePart } from './write-part.ts';

/** Longer than one part can take. */
const LEASE = MINUTE;
/** So often one part may fail or lose its worker. */
const MOST_TRIES = 5;

/**
 * Does the next step of one job: a part of its file, or cleaning up after it. Answers 1, or 0 when nothing is due. Any number of workers
 * may call it; jobs take turns part by part, so that a long one doesn't hold a short one up. A worker that dies leaves its lease to run
 * out, and the next one writes the same part again.
 */
export async function runExports(core: Core): Promise<number> {
  const job = await claim(core);
  if (!job) return 0;
  try {
    await step(core, job);
  } catch (error) {
    core.log.error({ err: error, exportId: job.id, tries: job.tries }, 'a step of an export failed');
    await putOff(core, job);
  }
  return 1;
}

async function claim(core: Core): Promise<ExportRecord | undefined> {
  const now = core.now();
  return commit(core, async (tx) => {
    const job = await dueQuery(tx, now).executeTakeFirst();
    if (!job) return undefined;
    const lease = { leaseToken: randomUUID(), nextTime: after(now, LEASE) };
    const writing = job.status === 'QUEUED' || job.status === 'RUNNING';
    const claim = writing ? { ...lease, status: 'RUNNING' as const, tries: job.tries + 1 } : lease;
    await updateJob(tx, job.id, claim);
    return { ...job, ...claim };
  });
}

async function step(core: Core, job: ExportRecord): Promise<void> {
  if (job.status === 'RUNNING') return job.tries > MOST_TRIES ? giveUp(core, job) : advance(core, job);
  if (job.status === 'DONE')
    return void (await updateLeased(core.db, job, { status: 'EXPIRED', nextTime: core.now() }));
  await removeParts(core, job);
  await updateLeased(core.db, job, { nextTime: null, leaseToken: null });
}

async function advance(core: Core, job: ExportRecord): Promise<void> {
  const { last, ...progress } = await writePart(core, job);
  const now = core.now();
  const end = {
    status: 'DONE' as const,
    slot: null,
    finishedTime: now,
    expiresTime: after(now, EXPORT_KEPT_DAYS * DAY),
    nextTime: after(now, EXPORT_KEPT_DAYS * DAY),
  };
  const change = { ...progress, tries: 0, nextTime: now, ...(last && end) };
  const kept = await commit(core, async (tx) => {
    const held = await updateLeased(tx, job, change);
    if (held && last) await tellOwner(core, tx, { ...job, ...change, until: end.expiresTime });
    return held;
  });
  // Cancelled meanwhile, or another worker's by now: nobody would look for this part any more.
  if (!kept) await core.ports.files.remove(partKey(job.id, partsOf(job).length, job.tries));
}

async function giveUp(core: Core, job: ExportRecord): Promise<void> {
  const now = core.now();
  await commit(core, async (tx) => {
    const held = await updateLeased(tx, job, { status: 'FAILED', slot: null, finishedTime: now, nextTime: now });
    if (held) await tellOwner(core, tx, { ...job, until: null });
  });
}

async function putOff(core: Core, job: ExportRecord): Promise<void> {
  const wait = job.status === 'RUNNING' ? job.tries * 2 * SECOND : MINUTE;
  await updateLeased(core.db, job, { nextTime: after(core.now(), wait) });
}
