import type { Executor } from '../kernel/context.ts';
import { COLUMNS } from './store.ts';

/** For the worker: the card whoever owns it. */
export async function cardById(db: Executor, id: number, lock = false) {
  const row = db
    .selectFrom('merchantCards as c')
    .innerJoin('merchants as m', 'm.id', 'c.merchantId')
    .where('c.id', '=', id);
  const columns = [...COLUMNS, 'm.companyName', 'm.email as merchantEmail', 'm.locale as merchantLocale'] as const;
  return lock ? row.select(columns).forUpdate().executeTakeFirst() : row.select(columns).executeTakeFirst();
}

export async function cardIdByRef(db: Executor, cardRef: string) {
  return db.selectFrom('merchantCards').select('id').where('cardRef', '=', cardRef).executeTakeFirst();
}

/**
 * Cards whose descriptor, in the compared form, is one of these: what the three tiers choose from. REGISTERED ones, and where nobody has
 * such a one, those the provider hasn't closed yet and those of closed merchants: what it still sends for them is theirs.
 */
export async function registeredCards(db: Executor, matchDescriptors: readonly string[]) {
  if (matchDescriptors.length === 0) return [];
  const rows = await db
    .selectFrom('merchantCards as c')
    .innerJoin('merchants as m', 'm.id', 'c.merchantId')
    .where('c.matchDescriptor', 'in', [...matchDescriptors])
    .where((eb) =>
      eb.or([
        eb('c.status', '=', 'REGISTERED'),
        eb.and([eb('c.status', '=', 'CLOSED'), eb('m.status', '=', 'CLOSED'), eb('c.generation', '>', 0)]),
        eb('c.state', '=', 'CLOSING'),
      ]),
    )
    .select([
      'c.id as cardId',
      'c.status as cardStatus',
      'c.merchantId',
      'm.status as merchantStatus',
      'c.matchDescriptor',
      'c.program',
      'c.cardBin',
      'c.matchCaid',
      'c.registerTime',
      'c.createdTime',
      'c.firstAlertTime',
      'c.notifyEmail',
      'm.email as merchantEmail',
      'm.locale as merchantLocale',
      'm.timeZone as merchantTimeZone',
    ])
    .execute();
  const live = new Set(
    rows.filter(({ cardStatus }) => cardStatus === 'REGISTERED').map(({ matchDescriptor }) => matchDescriptor),
  );
  return rows.filter((row) => row.cardStatus === 'REGISTERED' || !live.has(row.matchDescriptor));
}

/** Submitted and waiting, yet nothing is going to ask the provider: what the reconciler looks for. */
export async function strandedCards(db: Executor, before: Date) {
  return db
    .selectFrom('merchantCards as c')
    .leftJoin('outbox as o', (join) =>
      join
        .on('o.topic', '=', 'card.enrol')
        .on((eb) => eb('o.effectKey', '=', eb.fn<string>('concat', ['c.cardRef', eb.val(':'), 'c.generation']))),
    )
    .where('c.state', '=', 'SUBMITTED')
    .where('c.submittedTime', '<', before)
    .where('o.id', 'is', null)
    .select(['c.id', 'c.cardRef', 'c.generation'])
    .limit(200)
    .execute();
}
