import type { DB, Db, Tx } from '@forewarn/db';
import { type Insertable, sql } from 'kysely';
import { after, DAY } from '../kernel/time.ts';

type Executor = Db | Tx;

/** Who has rules at work that answer, and how early the earliest of them does. */
export function merchantsWithRules(db: Executor) {
  return db
    .selectFrom('responseRules as r')
    .innerJoin('merchants as m', 'm.id', 'r.merchantId')
    .where('r.state', '=', 'ON')
    .where('r.mode', '=', 'ANSWER')
    .where('m.status', 'in', ['ACTIVE', 'SUSPENDED'])
    .groupBy('r.merchantId')
    .select((eb) => ['r.merchantId', eb.fn.max('r.minutesBefore').as('minutes')])
    .orderBy('r.merchantId')
    .execute();
}

export interface DueWindow {
  merchantId: number;
  now: Date;
  until: Date;
  /** Behind this one; alerts of one deadline follow by number. */
  from?: { deadline: Date; id: number } | undefined;
  limit: number;
}

/** Alerts nobody has answered whose deadline is ahead and near, and which no rule has dealt with; soonest first. */
export function dueAlertsQuery(db: Executor, { merchantId, now, until, from, limit }: DueWindow) {
  let rows = db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (idx_merchant_due)`))
    .leftJoin('responseRuleRuns as run', 'run.alertRef', 'a.id')
    .where('a.merchantId', '=', merchantId)
    .where('a.needsAnswer', '=', 1)
    .where('a.deadline', '>', now)
    .where('a.deadline', '<=', until)
    .where('run.id', 'is', null);
  if (from) {
    rows = rows
      .where('a.deadline', '>=', from.deadline)
      .where((eb) => eb.or([eb('a.deadline', '>', from.deadline), eb('a.id', '>', from.id)]));
  }
  return rows
    .select([
      ...(['a.id', 'a.deadline', 'a.program', 'a.amount', 'a.currency', 'a.reasonCode'] as const),
      ...(['a.descriptor', 'a.riskLevel', 'a.cardBrand'] as const),
    ])
    .orderBy('a.deadline')
    .orderBy('a.id')
    .limit(limit);
}

export function runOf(db: Executor, alertRef: number) {
  return db.selectFrom('responseRuleRuns').selectAll().where('alertRef', '=', alertRef).executeTakeFirst();
}

export function runsOf(db: Executor, alertRefs: readonly number[]) {
  return db
    .selectFrom('responseRuleRuns')
    .select(['alertRef', 'ruleId', 'outcome'])
    .where('alertRef', 'in', [...alertRefs])
    .execute();
}

export async function insertRun(db: Executor, row: Insertable<DB['responseRuleRuns']>): Promise<void> {
  await db.insertInto('responseRuleRuns').values(row).execute();
}

export interface Usage {
  count: number;
  /** Decimal text, as SQL has it. */
  sum: string;
}

/** What a rule has answered since then. */
export async function usageOf(db: Executor, ruleId: number, since: Date): Promise<Usage> {
  const row = await db
    .selectFrom('responseRuleRuns')
    .where('ruleId', '=', ruleId)
    .where('outcome', '=', 'ANSWERED')
    .where('atTime', '>', since)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<string | null>('amount').as('sum')])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), sum: row.sum ?? '0' };
}

export interface Record30 {
  answered: number;
  left: number;
  last: Date | null;
}

/** What each rule has done in 30 days. */
export async function recordsOf(db: Executor, ruleIds: readonly number[], now: Date): Promise<Map<number, Record30>> {
  const records = new Map<number, Record30>();
  if (ruleIds.length === 0) return records;
  const rows = await db
    .selectFrom('responseRuleRuns')
    .where('ruleId', 'in', [...ruleIds])
    .where('atTime', '>', after(now, -30 * DAY))
    .groupBy(['ruleId', 'outcome'])
    .select((eb) => ['ruleId', 'outcome', eb.fn.countAll<number>().as('count'), eb.fn.max('atTime').as('last')])
    .execute();
  for (const { ruleId, outcome, count, last } of rows) {
    const record = records.get(ruleId) ?? { answered: 0, left: 0, last: null };
    if (outcome === 'ANSWERED') Object.assign(record, { answered: Number(count), last });
    else record.left = Number(count);
    records.set(ruleId, record);
  }
  return records;
}

export function merchantStatus(db: Executor, merchantId: number) {
  return db.selectFrom('merchants').select('status').where('id', '=', merchantId).executeTakeFirst();
}
