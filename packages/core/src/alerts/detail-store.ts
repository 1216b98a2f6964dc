import type { Context, Executor } from '../kernel/context.ts';
import { shownTo } from '../kernel/sensitive.ts';

export async function alertById(db: Executor, id: number) {
  return db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function eventsOf(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertEvents')
    .selectAll()
    .where('alertRef', '=', alertRef)
    .orderBy('atTime')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function candidatesOf(db: Executor, alertRef: number) {
  return db
    .selectFrom('alertCandidates as x')
    .innerJoin('merchantCards as c', 'c.id', 'x.cardId')
    .innerJoin('merchants as m', 'm.id', 'x.merchantId')
    .where('x.alertRef', '=', alertRef)
    .orderBy('x.position')
    .select([
      'x.cardId',
      'x.merchantId',
      'x.tier',
      'm.companyName',
      'm.status as merchantStatus',
      'c.descriptor',
      'c.cardBin',
      'c.caid',
      'c.createdTime',
    ])
    .execute();
}

export async function cardOf(db: Executor, cardId: number) {
  return db
    .selectFrom('merchantCards')
    .select(['id', 'descriptor', 'cardBin', 'caid'])
    .where('id', '=', cardId)
    .executeTakeFirst();
}

export async function revisionCount(db: Executor, alertRef: number): Promise<number> {
  const row = await db
    .selectFrom('alertRevisions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('alertRef', '=', alertRef)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Names of the people who appear in a history, by `merchant:7` / `staff:2`, as the reader may see them. */
export async function actorNames(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const ids = (kind: string) =>
    refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => Number(ref.slice(kind.length + 1)));
  const names = new Map<string, string>();
  const [merchants, staff] = [ids('merchant'), ids('staff')];
  if (merchants.length > 0) {
    const rows = await db.selectFrom('merchantUsers').select(['id', 'name']).where('id', 'in', merchants).execute();
    for (const row of rows) names.set(`merchant:${row.id}`, shownTo(actor, 'merchant.contactPerson', row.name));
  }
  if (staff.length > 0) {
    const rows = await db.selectFrom('staffUsers').select(['id', 'name']).where('id', 'in', staff).execute();
    for (const row of rows) names.set(`staff:${row.id}`, row.name);
  }
  return names;
}
