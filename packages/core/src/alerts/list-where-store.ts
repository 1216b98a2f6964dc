import type { DB } from '@forewarn/db';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { after, HOUR } from '../kernel/time.ts';
import type { ListInput, ListPlan, Part } from './list-plan.ts';

export type Builder = ExpressionBuilder<DB & { a: DB['chargebackAlerts'] }, 'a'>;
export type Planned = Pick<ListPlan, 'input' | 'reach' | 'parts' | 'codes' | 'hits' | 'limits'>;

/** What the amount adds at most to how urgent an alert is, in ms (migration 0016). */
const URGENCY_MOST = 8 * HOUR;

/** What the rows meet, of the conditions `parts` names. */
export function conditions(ctx: Context, eb: Builder, plan: Planned, parts: readonly Part[]): Expression<SqlBool>[] {
  const { input, codes, hits } = plan;
  const where: Expression<SqlBool>[] = [];
  const has = (part: Part) => parts.includes(part);
  if (has('ids')) where.push(hits?.ids.length ? eb('a.id', 'in', hits.ids) : eb.val(false));
  if (has('assigned')) where.push(eb('a.assignedTo', '=', assigneeOf(ctx, input.assignedTo)));
  if (has('needsAnswer')) where.push(eb('a.needsAnswer', '=', 1));
  if (has('descriptor')) where.push(eb('a.descriptor', '=', input.descriptor ?? ''));
  if (has('currency')) where.push(eb('a.currency', '=', input.currency ?? ''));
  if (has('facets')) where.push(codes?.length ? eb('a.facets', 'in', codes) : eb.val(false));
  if (has('time') && input.from) where.push(eb('a.alertTime', '>=', new Date(input.from)));
  if (has('time') && input.to) where.push(eb('a.alertTime', '<', new Date(input.to)));
  if (has('amount') && input.minAmount !== undefined) where.push(eb('a.amount', '>=', String(input.minAmount)));
  if (has('amount') && input.maxAmount !== undefined) where.push(eb('a.amount', '<=', String(input.maxAmount)));
  if (has('time') && input.from) where.push(...sortedFrom(eb, input, new Date(input.from)));
  if (has('due') && input.dueBefore) where.push(eb('a.deadline', '<', new Date(input.dueBefore)));
  return where;
}

/** No deadline lies before its alert, nor is anything more urgent than eight hours before its deadline: where the index begins. */
function sortedFrom(eb: Builder, { sort }: ListInput, from: Date): Expression<SqlBool>[] {
  if (sort === 'deadline') return [eb('a.deadline', '>=', from)];
  if (sort === 'urgency') return [eb('a.urgencyTime', '>=', after(from, -URGENCY_MOST))];
  return [];
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

/** What a word means that is no short list of ids: its descriptors, and the ids that start with it. */
export function meant(eb: Builder, { hits, parts }: ListPlan): Expression<SqlBool>[] {
  if (!hits || parts.includes('ids')) return [];
  const either = [eb('a.descriptor', 'in', hits.descriptors)];
  if (hits.ids.length > 0) either.push(eb('a.id', 'in', hits.ids));
  return [eb.or(either)];
}
