import type { DB, Db, Tx } from '@forewarn/db';
import type { Insertable, Selectable, Updateable } from 'kysely';

type Executor = Db | Tx;
interface Reads {
  db: Executor;
}

export type RuleRow = Selectable<DB['responseRules']>;

/** In the order in which they are asked. */
export function rulesOf({ db }: Reads, merchantId: number) {
  return db
    .selectFrom('responseRules')
    .selectAll()
    .where('merchantId', '=', merchantId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The same, locked until the transaction ends: nothing about them changes while an alert is being answered. */
export function lockRules({ db }: Reads, merchantId: number) {
  return db
    .selectFrom('responseRules')
    .selectAll()
    .where('merchantId', '=', merchantId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export function ruleById({ db }: Reads, id: number) {
  return db.selectFrom('responseRules').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The merchant locked, so that two at once don't pass the limit; its rules. */
export async function lockForAdding({ db }: Reads, merchantId: number): Promise<RuleRow[]> {
  await db.selectFrom('merchants').select('id').where('id', '=', merchantId).forUpdate().execute();
  return rulesOf({ db }, merchantId);
}

export async function insertRule({ db }: Reads, row: Insertable<DB['responseRules']>): Promise<number> {
  const { insertId } = await db.insertInto('responseRules').values(row).executeTakeFirstOrThrow();
  return Number(insertId);
}

export async function updateRuleRow(
  { db }: Reads,
  id: number,
  change: Updateable<DB['responseRules']>,
  now: Date,
): Promise<void> {
  await db
    .updateTable('responseRules')
    .set((eb) => ({ ...change, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteRule({ db }: Reads, id: number): Promise<void> {
  await db.deleteFrom('responseRules').where('id', '=', id).execute();
}

export type TestRow = Selectable<DB['responseRuleTests']>;

export function testsOf({ db }: Reads, ruleIds: readonly number[]): Promise<TestRow[]> {
  if (ruleIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('responseRuleTests')
    .selectAll()
    .where('ruleId', 'in', [...ruleIds])
    .execute();
}

/** The last one counts. */
export async function keepTest({ db }: Reads, row: Insertable<DB['responseRuleTests']>): Promise<void> {
  await db.deleteFrom('responseRuleTests').where('ruleId', '=', row.ruleId).execute();
  await db.insertInto('responseRuleTests').values(row).execute();
}
