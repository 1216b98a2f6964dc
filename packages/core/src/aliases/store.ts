import { type DB, isDuplicateKey } from '@forewarn/db';
import { type Insertable, sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import { ALIAS_LOOKED } from './model.ts';

/** What an alias is made from: an alert's keys as it carries them. */
export async function carriedKeys(db: Executor, id: number) {
  return db
    .selectFrom('chargebackAlerts')
    .select(['descriptor', 'descriptorRegister', 'cardBin'])
    .where('id', '=', id)
    .executeTakeFirst();
}

function aliases(db: Executor) {
  return db
    .selectFrom('descriptorAliases as d')
    .innerJoin('merchants as m', 'm.id', 'd.merchantId')
    .select([
      'd.id',
      'd.descriptor',
      'd.cardBin',
      'd.merchantId',
      'm.companyName as merchantName',
      'd.cardId',
      'd.reason',
      'd.createdBy',
      'd.createdTime',
    ]);
}
export type AliasRow = Awaited<ReturnType<typeof aliasById>> & object;

export async function aliasById(db: Executor, id: number) {
  return aliases(db).where('d.id', '=', id).executeTakeFirst();
}

export async function aliasOf(db: Executor, matchDescriptor: string, cardBin: string) {
  return aliases(db)
    .where('d.matchDescriptor', '=', matchDescriptor)
    .where('d.cardBin', '=', cardBin)
    .executeTakeFirst();
}

/** False: another has written the same pair meanwhile. */
export async function insertAlias(db: Executor, row: Insertable<DB['descriptorAliases']>): Promise<boolean> {
  try {
    await db.insertInto('descriptorAliases').values(row).execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function deleteAlias(db: Executor, id: number): Promise<void> {
  await db.deleteFrom('descriptorAliases').where('id', '=', id).execute();
}

export async function listAliasRows(
  db: Executor,
  filter: { merchantId?: number | undefined; matchPrefix?: string | undefined },
  page: { page: number; size: number },
) {
  let rows = aliases(db);
  if (filter.merchantId !== undefined) rows = rows.where('d.merchantId', '=', filter.merchantId);
  if (filter.matchPrefix)
    rows = rows.where('d.matchDescriptor', 'like', `${filter.matchPrefix.replace(/[\\%_]/g, '\\$&')}%`);
  const [counted, records] = await Promise.all([
    db
      .selectFrom(rows.clearSelect().select('d.id').limit(10_000).as('found'))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    rows
      .orderBy('d.id', 'desc')
      .limit(page.size)
      .offset((page.page - 1) * page.size)
      .execute(),
  ]);
  return { total: Number(counted.total), records };
}

/** The most urgent of the alerts that wait because no card fits; by deadline, as the queue's index has them. */
export async function unmatchedAlerts(db: Executor) {
  return db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (idx_queue)`))
    .where('a.needsAdmin', '=', 1)
    .where('a.matchStatus', '=', 'UNMATCHED')
    .orderBy('a.deadline')
    .orderBy('a.id')
    .limit(ALIAS_LOOKED)
    .select([
      'a.id',
      'a.alertId',
      'a.descriptor',
      'a.descriptorRegister',
      'a.cardBin',
      'a.amount',
      'a.currency',
      'a.deadline',
    ])
    .execute();
}
