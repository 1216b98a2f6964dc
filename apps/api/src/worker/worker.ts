import { setTimeout as sleep } from 'node:timers/promises';
import { runExports } from '@forewarn/core/alert-exports';
import { expireAlerts, watchQueue } from '@forewarn/core/alerts';
import { extendChain, makeCheckpoint, verifyNightly } from '@forewarn/core/audit';
import { ingestDeliveries } from '@forewarn/core/deliveries';
import { announceDigests } from '@forewarn/core/digest';
import { createEffectLane } from '@forewarn/core/effects';
import type { Core } from '@forewarn/core/kernel/context';
import { resealBatch } from '@forewarn/core/keys';
import { runRules } from '@forewarn/core/response-rules';
import { type BellSettings, listen } from '../adapters/bullmq/bell.ts';
import { HANDLERS } from './handlers.ts';
import { startLoop } from './loop.ts';
import { purge } from './purge.ts';
import { reconcile } from './reconcile.ts';
import { EX_STUCK, isStuck } from './watchdog.ts';

export interface WorkerOptions {
  core: Core;
  /** Absent: no rings are listened to, the loops look by themselves. */
  bell?: BellSettings;
  /** Called instead of ending the process when the worker is stuck. */
  onStuck?: () => void;
  /** Days that files of no answer are kept after their alert's deadline; absent: core's own. */
  evidenceUnusedDays?: number;
  /** Months that files of an answer are kept; absent: core's own. */
  evidenceKeptMonths?: number;
  /** In ms; absent: core's own, longer than anything may take. */
  leases?: { effect?: number | undefined; ingest?: number | undefined };
}

export interface RunningWorker {
  /** Takes no more work, finishes what is in flight. */
  stop(): Promise<void>;
}

/** Deliveries a claim: one transaction writes them all. */
const INGEST_BATCH = 200;
const LANE_WIDTH = 8;
/** What mails and chats get while a backlog of deliveries is read: an alert that isn't recorded yet can't be told of at all. */
const NARROW_LANE_WIDTH = 2;
/** With every ring lost, work is at most this late. */
const REST = 1000;
/** Alerts that nobody has answered by their deadline, a batch, and how late that is noticed at most. */
const EXPIRE_BATCH = 200;
const EXPIRE_REST = 5000;
/** Nobody waits for a change of keys. */
const RESEAL_REST = 2000;
const RECONCILE_EVERY = 30_000;
const WATCH_EVERY = 15_000;
/** How late a merchant's rule may answer. */
const RULES_EVERY = 30_000;
/** How late staff hear that what waits in their queue runs out of time. */
const QUEUE_EVERY = 60_000;
const PURGE_EVERY = 3_600_000;
/** So many digests a minute at most: they mustn't stand in front of mails about alerts. */
const DIGEST_BATCH = 100;
const DIGEST_EVERY = 60_000;
/** Audit rows a batch, and how long a row may wait to be chained. */
const CHAIN_BATCH = 500;
const CHAIN_REST = 2000;
/** How often it is asked whether a checkpoint or the nightly verification is due. */
const AUDIT_EVERY = 60_000;

/** The schedules and loops of the worker process, in one place. Any number of workers may run side by side. */
export function startWorker({
  core,
  bell,
  onStuck = () => process.exit(EX_STUCK),
  leases = {},
  ...kept
}: WorkerOptions): RunningWorker {
  const { log } = core;
  let lastFinished = core.now();
  const worked = (count: number) => {
    if (count > 0) lastFinished = core.now();
    return count;
  };
  let readingBacklog = false;
  const givingWay = () => (readingBacklog ? NARROW_LANE_WIDTH : LANE_WIDTH);
  const lanes = [
    createEffectLane(core, HANDLERS, 'provider', LANE_WIDTH, leases.effect),
    createEffectLane(core, HANDLERS, 'mail', givingWay, leases.effect),
    createEffectLane(core, HANDLERS, 'chat', givingWay, leases.effect),
  ];
  // Two, so that one batch is read while the other is being committed.
  const ingest = [1, 2].map((number) =>
    startLoop({
      name: `ingest-${number}`,
      work: async () => {
        const count = worked(await ingestDeliveries(core, INGEST_BATCH, leases.ingest));
        readingBacklog = count === INGEST_BATCH;
        return count;
      },
      rest: REST,
      log,
    }),
  );
  const outbound = lanes.map((lane, index) =>
    startLoop({
      name: `outbound-${index}`,
      // A full lane goes on by itself when a place is free, so one claim a turn is enough.
      work: async () => {
        await lane.pump();
        return 0;
      },
      rest: REST,
      log,
    }),
  );
  const chain = startLoop({
    name: 'audit-chain',
    work: () => extendChain(core, CHAIN_BATCH),
    rest: CHAIN_REST,
    log,
  });
  const deadlines = startLoop({
    name: 'deadlines',
    work: () => expireAlerts(core, EXPIRE_BATCH),
    rest: EXPIRE_REST,
    log,
  });
  // A loop of its own: it waits for the database and the file store alone, and holds up neither answers nor mails.
  const exports = startLoop({ name: 'exports', work: () => runExports(core), rest: REST, log });
  const reseal = startLoop({
    name: 'reseal',
    work: async () => {
      const pause = await resealBatch(core);
      if (pause > 0) await sleep(pause);
      return pause;
    },
    rest: RESEAL_REST,
    log,
  });
  const guarded = (name: string, work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => log.error({ err: error }, `${name} failed`));
  const schedules = [
    setInterval(
      guarded('reconciler', () => reconcile(core)),
      RECONCILE_EVERY,
    ),
    setInterval(guarded('watchdog', watch), WATCH_EVERY),
    setInterval(
      guarded('rules', () => runRules(core)),
      RULES_EVERY,
    ),
    setInterval(
      guarded('queue', () => watchQueue(core)),
      QUEUE_EVERY,
    ),
    setInterval(
      guarded('purge', () => purge(core, kept)),
      PURGE_EVERY,
    ),
    setInterval(
      guarded('digests', () => announceDigests(core, DIGEST_BATCH)),
      DIGEST_EVERY,
    ),
    setInterval(
      guarded('audit checkpoint', () => makeCheckpoint(core)),
      AUDIT_EVERY,
    ),
    setInterval(
      guarded('audit verification', () => verifyNightly(core)),
      AUDIT_EVERY,
    ),
  ];
  const listeners = bell
    ? [
        listen(bell, 'ingest', () => Promise.all(ingest.map((loop) => loop.wake()))),
        listen(bell, 'outbound', () => Promise.all(outbound.map((loop) => loop.wake()))),
      ]
    : [];

  async function watch(): Promise<void> {
    const finished = lanes.map((lane) => lane.lastFinished).filter((at) => at !== null);
    const latest = finished.reduce((a, b) => (a > b ? a : b), lastFinished);
    if (!(await isStuck(core, latest))) return;
    log.error({ lastFinished: latest }, 'work is due and none gets done: this worker is stuck');
    onStuck();
  }

  return {
    async stop() {
      for (const schedule of schedules) clearInterval(schedule);
      await Promise.all([
        ...listeners.map((listener) => listener.close()),
        ...ingest.map((loop) => loop.stop()),
        ...outbound.map((loop) => loop.stop()),
        chain.stop(),
        deadlines.stop(),
        reseal.stop(),
        exports.stop(),
        ...lanes.map((lane) => lane.stop()),
      ]);
    },
  };
}
