import type { DB } from '@forewarn/db';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { AUDIT_COLUMNS } from './chain-store.ts';
import type { AuditFilters } from './model.ts';

type Reads = Pick<Context, 'db'>;
type Builder = ExpressionBuilder<DB & { a: DB['auditLogs'] }, 'a'>;

/** Each filter is the start of an index that ends in time and number (EXPLAIN tests). */
function filters(eb: Builder, input: AuditFilters): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  if (input.from) where.push(eb('a.atTime', '>=', new Date(input.from)));
  if (input.to) where.push(eb('a.atTime', '<', new Date(input.to)));
  if (input.action) where.push(eb('a.action', '=', input.action));
  if (input.actorKind) where.push(eb('a.actorKind', '=', input.actorKind));
  if (input.actorId) where.push(eb('a.actorId', '=', input.actorId));
  if (input.actorName) where.push(eb('a.actorName', '=', input.actorName));
  if (input.targetType) where.push(eb('a.targetType', '=', input.targetType));
  if (input.targetId) where.push(eb('a.targetId', '=', input.targetId));
  if (input.result) where.push(eb('a.result', '=', input.result));
  if (input.failedOnly) where.push(eb('a.failed', '=', 1));
  if (input.ip) where.push(eb('a.ip', '=', input.ip));
  if (input.requestId) where.push(eb('a.requestId', '=', input.requestId));
  return where;
}

/** A kind without a number: MySQL 9 would take the index that has the number between kind and time, and sort. */
function log(db: Reads['db'], input: AuditFilters) {
  const unfit = [
    input.actorKind && input.actorId === undefined ? 'k_audit_actor' : undefined,
    input.targetType && input.targetId === undefined ? 'k_audit_target' : undefined,
  ].filter((name) => name !== undefined);
  if (unfit.length === 0) return db.selectFrom('auditLogs as a');
  const hint = sql.raw(`a IGNORE INDEX (${unfit.join(', ')})`);
  return db.selectFrom(sql<DB['auditLogs']>`audit_logs`.as<'a'>(hint));
}

export interface Place {
  at: Date;
  id: number;
}

/** Newest first, behind `from` where it is given; one row more than asked for tells whether there is another page. */
export function auditQuery({ db }: Reads, input: AuditFilters, limit: number, from?: Place, offset = 0) {
  let rows = log(db, input).where((eb) => eb.and(filters(eb, input)));
  // Spelled out, because neither database takes an index for `(a, b) < (x, y)`.
  if (from)
    rows = rows.where('a.atTime', '<=', from.at).where(sql<SqlBool>`(a.at_time < ${from.at} OR a.id < ${from.id})`);
  return rows.select(AUDIT_COLUMNS).orderBy('a.atTime', 'desc').orderBy('a.id', 'desc').limit(limit).offset(offset);
}
export type AuditRow = Awaited<ReturnType<ReturnType<typeof auditQuery>['execute']>>[number];

/** Counts at most so many: above that a count is no help and costs too much. */
export const COUNT_LIMIT = 10_000;

export async function countAudit({ db }: Reads, input: AuditFilters): Promise<number> {
  const rows = log(db, input)
    .where((eb) => eb.and(filters(eb, input)))
    .select('a.id')
    .limit(COUNT_LIMIT);
  const { total } = await db
    .selectFrom(rows.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

export function auditById({ db }: Reads, id: number) {
  return db
    .selectFrom('auditLogs as a')
    .leftJoin('auditChain as c', 'c.auditId', 'a.id')
    .select(AUDIT_COLUMNS)
    .select(['c.seq', 'c.hash', 'c.chainedTime'])
    .where('a.id', '=', id)
    .executeTakeFirst();
}
