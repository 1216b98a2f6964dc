import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { fieldError } from '../kernel/validation.ts';
import { alertsBy, counted, facetCodes, type Reach, reachOf } from './counts-store.ts';
import { readFacets } from './facets.ts';
import { readCursor } from './keyset.ts';
import { findKeyword, type KeywordHits } from './keyword-store.ts';
import {
  LIST_LIMITS,
  type ListInput,
  type ListLimits,
  type ListPlan,
  type Part,
  partsOf,
  type Way,
  waits,
  waysTo,
} from './list-plan.ts';
import { conditions, everything, type Planned } from './list-where-store.ts';
import { type AdminAlertListInput, type AlertListInput, RISK_LEVELS, WAITING_SORTS } from './model.ts';

const FACET_FILTERS = [
  'status',
  'riskLevel',
  'program',
  'brand',
  'feedbackStatus',
  'matchStatus',
  'held',
] as const satisfies readonly (keyof ListInput)[];

/** Counts the ways to what is asked and takes the shortest; nothing here depends on what the optimiser believes. */
export async function planList(
  ctx: Context,
  given: AlertListInput & Partial<AdminAlertListInput>,
  limits: ListLimits = LIST_LIMITS,
): Promise<ListPlan> {
  const input: ListInput = given;
  requireWaiting(ctx, input);
  const reach = reachOf(ctx, input.merchantId);
  const faceted = input.queue === false || FACET_FILTERS.some((name) => input[name] !== undefined);
  const [codes, hits] = await Promise.all([
    faceted ? codesOf(ctx, reach, input) : undefined,
    input.keyword ? findKeyword(ctx, reach, input.keyword) : undefined,
  ]);
  const fixed = hits ? await fixedIds(ctx, reach, hits, limits.few) : undefined;
  const words = hits && (fixed ? 'ids' : 'words');
  const after = input.cursor ? readCursor(input.cursor, input.sort) : undefined;
  return chooseWay(ctx, {
    input,
    reach,
    parts: partsOf(input, codes, words),
    codes,
    hits: fixed ?? hits,
    after,
    limits,
  });
}

async function chooseWay(ctx: Context, plan: Omit<ListPlan, 'ways' | 'way' | 'few'>): Promise<ListPlan> {
  const ways = waysTo(plan.parts, plan.reach);
  const { way, length } = await shortest(ctx, { ...plan, ways }, plan.limits.few);
  return { ...plan, ways, way, few: length <= plan.limits.few };
}

/** A list by risk level as one list by time for each level; the first begins where the page does. */
export async function planLevels(ctx: Context, plan: ListPlan): Promise<(() => Promise<ListPlan>)[]> {
  const { input, after } = plan;
  const all = plan.codes ?? (await codesOf(ctx, plan.reach, input));
  const rank = Number(after?.[0]);
  const levels = RISK_LEVELS.map((riskLevel, n) => ({
    rank: n + 1,
    codes: all.filter((code) => readFacets(code).riskLevel === riskLevel),
  }));
  if (input.order === 'desc') levels.reverse();
  const left = levels.slice(after ? levels.findIndex((level) => level.rank === rank) : 0);
  return left
    .filter((level) => level.codes.length > 0)
    .map((level) => () => {
      const { codes } = level;
      const parts = [...new Set<Part>([...plan.parts, 'facets'])];
      const begin = level.rank === rank ? after?.slice(1) : undefined;
      return chooseWay(ctx, { ...plan, input: { ...input, sort: 'alertTime' }, codes, parts, after: begin });
    });
}

/** A deadline that has passed, or that nobody has to meet, puts nothing in an order. */
function requireWaiting({ locale }: Context, input: ListInput): void {
  if (waits(input)) return;
  const fields = [
    ...(WAITING_SORTS.includes(input.sort) ? ['sort'] : []),
    ...(input.dueBefore === undefined ? [] : ['dueBefore']),
  ];
  if (fields.length === 0) return;
  throw appError('VALIDATION_FAILED', { fields: fields.map((field) => fieldError(field, 'ONLY_WAITING', locale)) });
}

/** The way with the fewest rows, which are counted to one more than `most`. */
export async function shortest(
  ctx: Context,
  plan: Planned & Pick<ListPlan, 'ways' | 'reach'>,
  most: number,
): Promise<{ way: Way | undefined; length: number }> {
  const lengths = await Promise.all(plan.ways.map((way) => wayLength(ctx, plan, plan.reach, way, most)));
  const length = Math.min(...lengths);
  return { way: plan.ways[lengths.indexOf(length)], length };
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

async function wayLength(ctx: Context, plan: Planned, reach: Reach, way: Way, most: number): Promise<number> {
  const rows = alertsBy(ctx, reach, way.index).where((eb) => eb.and(conditions(ctx, eb, plan, way.by)));
  return counted(ctx, rows.select('a.id').limit(most + 1));
}

function wayIndex({ way, reach }: ListPlan): string {
  return way?.index ?? (reach === 'all' ? 'idx_alert_time' : 'idx_merchant_time');
}

/** How many alerts a list holds, at most `most`. */
export async function countAll(ctx: Context, plan: ListPlan, most: number): Promise<number> {
  const all = alertsBy(ctx, plan.reach, wayIndex(plan)).where((eb) => eb.and(everything(ctx, eb, plan)));
  return counted(ctx, all.select('a.id').limit(most));
}

/** How many alerts a list holds, and whether there may be more: counted to a limit, or as far as was looked. */
export async function countList(ctx: Context, plan: ListPlan): Promise<{ total: number; more: boolean }> {
  const { way, parts, limits, hits } = plan;
  const cut = hits?.cut ?? false;
  const exact = plan.few || (parts.every((part) => way?.by.includes(part)) && !idsBeside(plan));
  if (exact && plan.input.needsAnswer !== false) {
    const total = await countAll(ctx, plan, limits.count);
    return { total, more: cut || total === limits.count };
  }
  // Rows that a word means by their ids lie anywhere.
  const by = way && !(way.by.includes('words') && idsBeside(plan)) ? way.by : [];
  const looked = alertsBy(ctx, plan.reach, by.length > 0 ? wayIndex(plan) : wayIndex({ ...plan, way: undefined }))
    .where((eb) => eb.and(conditions(ctx, eb, plan, by)))
    .select((eb) => [eb.and(everything(ctx, eb, plan)).as('fits')])
    .limit(limits.examined);
  const { found, seen } = await ctx.db
    .selectFrom(looked.as('looked'))
    .select((eb) => [eb.fn.sum<string | null>('looked.fits').as('found'), eb.fn.countAll<number>().as('seen')])
    .executeTakeFirstOrThrow();
  return { total: Number(found ?? 0), more: cut || Number(seen) === limits.examined };
}

function idsBeside({ parts, hits }: ListPlan): boolean {
  return parts.includes('words') && (hits?.ids.length ?? 0) > 0;
}
