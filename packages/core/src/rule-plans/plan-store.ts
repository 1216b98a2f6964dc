import type { DB } from '@forewarn/db';
import type { Selectable } from 'kysely';
import type { Executor } from '../kernel/context.ts';

export type RuleRow = Selectable<DB['responseRules']>;
/** What rules look at of an alert's row. */
export type SeenByRules = Pick<
  Selectable<DB['chargebackAlerts']>,
  'program' | 'amount' | 'currency' | 'reasonCode' | 'cardBrand' | 'descriptor' | 'riskLevel'
>;

/** Which of these merchants have a rule at work that answers: along `k_rules_running`, so that those without cost nothing more. */
export async function withAnsweringRules(db: Executor, merchantIds: readonly number[]): Promise<Set<number>> {
  const rows = await answeringRulesQuery(db, merchantIds).execute();
  return new Set(rows.map(({ merchantId }) => merchantId));
}

/** Exported for the test of what it reads. */
export function answeringRulesQuery(db: Executor, merchantIds: readonly number[]) {
  return db
    .selectFrom('responseRules')
    .select('merchantId')
    .distinct()
    .where('state', '=', 'ON')
    .where('mode', '=', 'ANSWER')
    .where('merchantId', 'in', [...merchantIds]);
}

/** All rules of these merchants, each merchant's in the order in which they are asked. */
export function rulesOfAll(db: Executor, merchantIds: readonly number[]) {
  return db
    .selectFrom('responseRules')
    .selectAll()
    .where('merchantId', 'in', [...merchantIds])
    .orderBy('merchantId')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Those of the alerts that wait for an answer and that no rule has dealt with. */
export function openForRules(db: Executor, alertRefs: readonly number[]) {
  return db
    .selectFrom('chargebackAlerts as a')
    .leftJoin('responseRuleRuns as run', 'run.alertRef', 'a.id')
    .where('a.id', 'in', [...alertRefs])
    .where('a.needsAnswer', '=', 1)
    .where('run.id', 'is', null)
    .select([
      ...(['a.id', 'a.merchantId', 'a.deadline', 'a.program', 'a.amount', 'a.currency'] as const),
      ...(['a.reasonCode', 'a.descriptor', 'a.riskLevel', 'a.cardBrand'] as const),
    ])
    .execute();
}
