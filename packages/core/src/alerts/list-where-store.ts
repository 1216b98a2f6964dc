import type { DB } from '@forewarn/db';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Context } from '../kernel/context.ts';
import type { ListInput, ListPlan, Part, Stretch } from './list-plan.ts';

export type Builder = ExpressionBuilder<DB & { a: DB['chargebackAlerts'] }, 'a'>;
export type Planned = Pick<ListPlan, 'input' | 'codes' | 'hits'>;

/** What the rows meet, of the conditions `parts` names. */
export function conditions(ctx: Context, eb: Builder, plan: Planned, parts: readonly Part[]): Expression<SqlBool>[] {
  const { input, codes, hits } = plan;
  const where: Expression<SqlBool>[] = [];
  const has = (part: Part) => parts.includes(part);
  if (has('ids')) where.push(hits?.ids.length ? eb('a.id', 'in', hits.ids) : eb.val(false));
  if (has('words')) where.push(eb('a.descriptor', 'in', hits?.descriptors ?? []));
  if (has('assigned')) where.push(eb('a.assignedTo', '=', assigneeOf(ctx, input.assignedTo)));
  if (has('needsAnswer')) where.push(eb('a.needsAnswer', '=', 1));
  if (has('queue')) where.push(eb('a.needsAdmin', '=', 1));
  if (has('descriptor')) where.push(eb('a.descriptor', '=', input.descriptor ?? ''));
  if (has('currency')) where.push(eb('a.currency', '=', input.currency ?? ''));
  if (has('facets')) where.push(codes?.length ? eb('a.facets', 'in', codes) : eb.val(false));
  if (has('time') && input.from) where.push(eb('a.alertTime', '>=', new Date(input.from)));
  if (has('time') && input.to) where.push(eb('a.alertTime', '<', new Date(input.to)));
  if (has('amount') && input.minAmount !== undefined) where.push(eb('a.amount', '>=', String(input.minAmount)));
  if (has('amount') && input.maxAmount !== undefined) where.push(eb('a.amount', '<=', String(input.maxAmount)));
  if (has('due') && input.dueBefore) where.push(eb('a.deadline', '<', new Date(input.dueBefore)));
  return where;
}

/** `me` of staff is nobody: alerts are a merchant's people's to take care of. */
function assigneeOf({ actor }: Context, assignedTo: ListInput['assignedTo']): number {
  if (assignedTo !== 'me') return assignedTo ?? -1;
  return actor.kind === 'merchant' ? actor.id : -1;
}

/** Conditions that no way narrows by, and what a merchant never sees. */
export function rest(ctx: Context, eb: Builder, { input }: ListPlan): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  if (ctx.scope !== 'all') where.push(eb('a.holdReason', 'is', null));
  if (input.needsAnswer === false) where.push(eb('a.needsAnswer', '=', 0));
  return where;
}

/** Everything a list asks: a word means its descriptors and the ids that start with it. */
export function everything(ctx: Context, eb: Builder, plan: ListPlan): Expression<SqlBool>[] {
  const { parts, hits } = plan;
  const where = [...conditions(ctx, eb, plan, parts.filter(others)), ...rest(ctx, eb, plan)];
  if (!hits || !parts.includes('words')) return where;
  const words = eb('a.descriptor', 'in', hits.descriptors);
  return [...where, hits.ids.length > 0 ? eb.or([words, eb('a.id', 'in', hits.ids)]) : words];
}

/** The same, of one stretch; no row is in two. */
export function within(ctx: Context, eb: Builder, plan: ListPlan, stretch: Stretch): Expression<SqlBool>[] {
  const { facet, descriptor, ids } = stretch;
  if (facet !== undefined)
    return [
      eb('a.facets', '=', facet),
      ...everything(ctx, eb, { ...plan, parts: plan.parts.filter((part) => part !== 'facets') }),
    ];
  if (descriptor === undefined && !ids) return everything(ctx, eb, plan);
  const where = [...conditions(ctx, eb, plan, plan.parts.filter(others)), ...rest(ctx, eb, plan)];
  if (descriptor !== undefined) return [eb('a.descriptor', '=', descriptor), ...where];
  const shops = plan.hits?.descriptors ?? [];
  return [
    eb('a.id', 'in', ids ?? []),
    eb.or([eb('a.descriptor', 'is', null), eb('a.descriptor', 'not in', shops)]),
    ...where,
  ];
}

function others(part: Part): boolean {
  return part !== 'words';
}
