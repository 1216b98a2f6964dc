import type { Context } from '../kernel/context.ts';
import { alertsBy, counted, facetCodes, type Reach, reachOf } from './counts-store.ts';
import { findKeyword, type KeywordHits } from './keyword-store.ts';
import {
  goesByFacets,
  LIST_LIMITS,
  type ListInput,
  type ListLimits,
  type ListPlan,
  partsOf,
  type Way,
  waysTo,
} from './list-plan.ts';
import { conditions, meant, type Planned, rest } from './list-where-store.ts';
import type { AdminAlertListInput, AlertListInput } from './model.ts';

const FACET_FILTERS = [
  'status',
  'riskLevel',
  'program',
  'brand',
  'feedbackStatus',
  'matchStatus',
  'queue',
  'held',
] as const satisfies readonly (keyof ListInput)[];

/** Counts the ways to what is asked and takes the shortest; nothing here depends on what the optimiser believes. */
export async function planList(
  ctx: Context,
  given: AlertListInput & Partial<AdminAlertListInput>,
  limits: ListLimits = LIST_LIMITS,
): Promise<ListPlan> {
  const input: ListInput = given;
  const reach = reachOf(ctx, input.merchantId);
  const [codes, hits] = await Promise.all([
    goesByFacets(input) || FACET_FILTERS.some((name) => input[name] !== undefined)
      ? codesOf(ctx, reach, input)
      : undefined,
    input.keyword ? findKeyword(ctx, reach, input.keyword) : undefined,
  ]);
  const fixed = hits ? await fixedIds(ctx, reach, hits, limits.few) : undefined;
  const parts = partsOf(input, codes, fixed !== undefined);
  const plan = { input, reach, parts, codes, hits: fixed ?? hits, limits };
  const ways = waysTo(parts, reach);
  const lengths = await Promise.all(ways.map((way) => wayLength(ctx, plan, way)));
  const shortest = lengths.indexOf(Math.min(...lengths));
  return { ...plan, way: ways[shortest], few: (lengths[shortest] ?? Number.POSITIVE_INFINITY) <= limits.few };
}

async function codesOf(ctx: Context, reach: Reach, input: ListInput): Promise<number[]> {
  return facetCodes(ctx, reach, ctx.scope === 'all' ? input : { ...input, held: false });
}

/** The rows a word means as a list of ids, unless its descriptors have too many. */
async function fixedIds(ctx: Context, reach: Reach, hits: KeywordHits, few: number): Promise<KeywordHits | undefined> {
  if (hits.descriptors.length === 0) return hits;
  const rows = await alertsBy(ctx, reach, reach === 'all' ? 'idx_descriptor' : 'idx_merchant_descriptor')
    .select('a.id')
    .where('a.descriptor', 'in', hits.descriptors)
    .limit(few + 1)
    .execute();
  if (rows.length > few) return undefined;
  return { ...hits, ids: [...new Set([...hits.ids, ...rows.map((row) => row.id)])], descriptors: [] };
}

async function wayLength(ctx: Context, plan: Planned, way: Way): Promise<number> {
  const rows = alertsBy(ctx, plan.reach, way.index).where((eb) => eb.and(conditions(ctx, eb, plan, way.by)));
  return counted(ctx, rows.select('a.id').limit(plan.limits.few + 1));
}

function wayIndex({ way, reach }: ListPlan): string {
  return way?.index ?? (reach === 'all' ? 'idx_alert_time' : 'idx_merchant_time');
}

/** How many alerts a list holds, at most `most`. */
export async function countAll(ctx: Context, plan: ListPlan, most: number): Promise<number> {
  const all = alertsBy(ctx, plan.reach, wayIndex(plan)).where((eb) =>
    eb.and([...conditions(ctx, eb, plan, plan.parts), ...rest(ctx, eb, plan), ...meant(eb, plan)]),
  );
  return counted(ctx, all.select('a.id').limit(most));
}

/** How many alerts a list holds, and whether there may be more: counted to a limit, or as far as was looked. */
export async function countList(ctx: Context, plan: ListPlan): Promise<{ total: number; more: boolean }> {
  const { way, parts, limits, hits } = plan;
  const cut = hits?.cut ?? false;
  const exact = plan.few || (parts.every((part) => way?.by.includes(part)) && !(hits && !parts.includes('ids')));
  const rows = alertsBy(ctx, plan.reach, wayIndex(plan));
  if (exact && plan.input.needsAnswer !== false) {
    const total = await countAll(ctx, plan, limits.count);
    return { total, more: cut || total === limits.count };
  }
  const looked = rows
    .where((eb) => eb.and(conditions(ctx, eb, plan, way?.by ?? [])))
    .select((eb) => [
      eb.and([...conditions(ctx, eb, plan, parts), ...rest(ctx, eb, plan), ...meant(eb, plan)]).as('fits'),
    ])
    .limit(limits.examined);
  const { found, seen } = await ctx.db
    .selectFrom(looked.as('looked'))
    .select((eb) => [eb.fn.sum<string | null>('looked.fits').as('found'), eb.fn.countAll<number>().as('seen')])
    .executeTakeFirstOrThrow();
  return { total: Number(found ?? 0), more: cut || Number(seen) === limits.examined };
}
