import { z } from 'zod';
import { systemActor } from '../kernel/actor.ts';
import type { Caller, Core } from '../kernel/context.ts';
import { execute } from '../kernel/execute.ts';
import { command } from '../kernel/operation.ts';
import { lockAlert } from './intake-store.ts';
import { removeSwept } from './sweep-evidence.ts';
import { evidenceAtItsEnd, markRemoved } from './sweep-store.ts';

/**
 * Months after an answer that its files are kept, unless the operator says otherwise: longer than the 540 days within which the card
 * networks' rules let a transaction be disputed at all.
 */
export const EVIDENCE_KEPT_MONTHS = 24;
const BATCH = 100;

/** One file of an answer; with the answer it was part of when it was found. Never called from outside. */
const RetireEvidence = z.object({
  evidenceId: z.string(),
  alertRef: z.number().int(),
  feedbackId: z.number().int(),
  months: z.number().int(),
});

/**
 * a file's bytes go at the end of their term; its name, size, checksum, who added it and when stay, and what the answer said. The
 * alert is locked: a correction that takes the file along at this moment begins its term anew.
 */
export const retireEvidence = command('alerts.retireEvidence', {
  permission: 'alert:process',
  summary: 'Removes a file of an answer at the end of its storage term.',
  input: RetireEvidence,
  output: z.object({ removed: z.boolean() }),
}).run(async (ctx, { evidenceId, alertRef, feedbackId, months }) => {
  await lockAlert(ctx.db, alertRef);
  ctx.audit({ targetType: 'alert', targetId: alertRef, detail: { evidenceId, months } });
  return { removed: await markRemoved(ctx.db, { id: evidenceId, feedbackId }, ctx.now(), months) };
});

/** Files of answers older than so many months, a batch a call; answers how many went. The row says so first, as everywhere. */
export async function sweepKeptEvidence(core: Core, months: number = EVIDENCE_KEPT_MONTHS): Promise<number> {
  const caller: Caller = {
    ...{ actor: systemActor('retention'), requestId: 'retention', ip: '', userAgent: '' },
    locale: 'zh-CN',
  };
  const rows = await evidenceAtItsEnd(core.db, monthsBefore(core.now(), months), BATCH);
  let gone = 0;
  for (const { id, alertRef, feedbackId, storageKey } of rows) {
    if (feedbackId === null) continue;
    const { removed } = await execute(core, caller, retireEvidence, { evidenceId: id, alertRef, feedbackId, months });
    if (!removed) continue;
    gone += 1;
    await removeSwept(core, storageKey);
  }
  return gone;
}

function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  return then;
}
