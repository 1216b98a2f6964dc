import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/operation.ts';
import { HOUR } from '../kernel/time.ts';
import { AdminAlertCounts, AdminAlertCountsInput, AlertCounts, DUE_SOON_HOURS } from './counts-model.ts';
import { countAssigned, countFacets, countWaiting, facetCodes, reachOf } from './counts-store.ts';
import { type FacetFilter, passes, readFacets } from './facets.ts';

export const alertCounts = query('alerts.counts', {
  background: true,
  permission: 'alert:view',
  input: z.object({}),
  output: AlertCounts,
  summary: 'How many alerts each quick filter holds, at most 1,000 each.',
}).run(async (ctx) => {
  const count = await counter(ctx);
  const { actor } = ctx;
  return {
    all: await count({}),
    needsAnswer: await countWaiting(ctx, reachOf(ctx)),
    dueSoon: await countWaiting(ctx, reachOf(ctx), dueSoon(ctx)),
    mine: actor.kind === 'merchant' ? await countAssigned(ctx, reachOf(ctx), actor.id) : 0,
    waiting: await count({ feedbackStatus: 'WAITING' }),
    rejected: await count({ feedbackStatus: 'REJECTED' }),
    missed: await count({ feedbackStatus: 'EXPIRED' }),
    processed: await count({ status: 'PROCESSED' }),
    ignored: await count({ status: 'IGNORED' }),
  };
});

export const adminAlertCounts = query('admin.alerts.counts', {
  background: true,
  permission: 'alert:assign',
  input: AdminAlertCountsInput,
  output: AdminAlertCounts,
  summary: 'How many alerts of all merchants, or of one, each quick filter of the staff holds, at most 1,000 each.',
}).run(async (ctx, { merchantId }) => {
  const reach = reachOf(ctx, merchantId);
  const count = await counter(ctx, reach);
  return {
    all: await count({}),
    queue: await count({ queue: true }),
    unmatched: await count({ matchStatus: 'UNMATCHED' }),
    held: await count({ held: true }),
    needsAnswer: await countWaiting(ctx, reach),
    dueSoon: await countWaiting(ctx, reach, dueSoon(ctx)),
    waiting: await count({ feedbackStatus: 'WAITING' }),
    rejected: await count({ feedbackStatus: 'REJECTED' }),
    missed: await count({ feedbackStatus: 'EXPIRED' }),
  };
});

function dueSoon(ctx: Context): Date {
  return new Date(ctx.now().getTime() + DUE_SOON_HOURS * HOUR);
}

/** Counts what a filter holds of what the reader may see; what is held is the operator's alone. */
async function counter(ctx: Context, reach = reachOf(ctx)) {
  const codes = await facetCodes(ctx, reach, ctx.scope === 'all' ? {} : { held: false });
  return (filter: FacetFilter) => {
    const visible = ctx.scope === 'all' ? filter : { ...filter, held: false };
    return countFacets(
      ctx,
      reach,
      codes.filter((code) => passes(readFacets(code), visible)),
    );
  };
}
