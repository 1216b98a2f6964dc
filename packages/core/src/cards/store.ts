import type { DB } from '@forewarn/db';
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Context, Executor } from '../kernel/context.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { after, DAY, HOUR, isoOrNull } from '../kernel/time.ts';
import type { CardState } from './card-state.ts';
import { CARD_FAILURE_REASONS, type Card, type CardFailureReason, type CardListInput } from './model.ts';

export type CardRow = Selectable<DB['merchantCards']>;

export const COLUMNS = [
  'c.id',
  'c.merchantId',
  'c.cardRef',
  'c.program',
  'c.descriptor',
  'c.cardBin',
  'c.caid',
  'c.acquirerBin',
  'c.arn',
  'c.notifyEmail',
  'c.status',
  'c.state',
  'c.submittedTime',
  'c.registerTime',
  'c.expectedLiveTime',
  'c.firstAlertTime',
  'c.failureReason',
  'c.generation',
  'c.statusTime',
  'c.remark',
  'c.version',
  'c.createdTime',
  'c.updatedTime',
] as const;

/** Every read starts from the actor's own cards, so that a missing tenant filter can't be written. */
export function scopedCards(ctx: Context) {
  const all = ctx.db.selectFrom('merchantCards as c').innerJoin('merchants as m', 'm.id', 'c.merchantId');
  if (ctx.scope === 'all') return all;
  return all.where('c.merchantId', '=', ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : -1);
}

export async function findCard(ctx: Context, id: number) {
  return scopedCards(ctx)
    .where('c.id', '=', id)
    .select([...COLUMNS, 'm.companyName', 'm.status as merchantStatus'])
    .executeTakeFirst();
}

/** The card with its row locked, for a change; read committed, so what it says is current. */
export async function lockCard(ctx: Context, id: number) {
  return scopedCards(ctx)
    .where('c.id', '=', id)
    .select([...COLUMNS, 'm.companyName', 'm.status as merchantStatus'])
    .forUpdate()
    .executeTakeFirst();
}

export async function merchantStatus(db: Executor, merchantId: number) {
  return db.selectFrom('merchants').select('status').where('id', '=', merchantId).executeTakeFirst();
}

const OPEN_STATES: CardState[] = ['DRAFT', 'SAVED', 'SUBMITTED', 'IN_REVIEW', 'ACTIVE', 'REJECTED', 'CLOSING'];

type CardFilter = Omit<import('zod').output<typeof CardListInput>, 'page' | 'size'>;

export async function listCardRows(ctx: Context, filter: CardFilter, page: { page: number; size: number }) {
  let rows = scopedCards(ctx);
  if (filter.status) rows = rows.where('c.status', '=', filter.status);
  if (filter.state) rows = rows.where('c.state', '=', filter.state);
  if (!filter.status && !filter.state) rows = rows.where('c.state', 'in', OPEN_STATES);
  if (filter.program) rows = rows.where('c.program', '=', filter.program);
  if (filter.trouble === 'REJECTED') rows = rows.where('c.state', '=', 'REJECTED');
  if (filter.trouble === 'OVERDUE') rows = rows.where(overdue(ctx.now()));
  if (filter.merchantId) rows = rows.where('c.merchantId', '=', filter.merchantId);
  if (filter.keyword) {
    // A merchant's own few hundred cards are searched anywhere in the text; all cards of all, from its beginning.
    const words = `${filter.keyword.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where('c.descriptor', 'like', ctx.scope === 'own' || filter.merchantId ? `%${words}` : words);
  }
  const [{ total }, records] = await Promise.all([
    rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    rows
      // Cards first, in the order of their index: left alone the server begins with the merchants and sorts all cards of all.
      .modifyFront(sql`straight_join`)
      .select([...COLUMNS, 'm.companyName'])
      .orderBy('c.createdTime', 'desc')
      .orderBy('c.id', 'desc')
      .limit(page.size)
      .offset((page.page - 1) * page.size)
      .execute(),
  ]);
  return { total: Number(total), records };
}

/** The provider owes an answer, or we a call, for longer than either should take. */
function overdue(now: Date) {
  return (eb: ExpressionBuilder<{ c: CardRow; m: object }, 'c'>) =>
    eb.or([
      eb.and([eb('c.state', '=', 'IN_REVIEW'), eb('c.expectedLiveTime', '<', now)]),
      eb.and([eb('c.state', '=', 'CLOSING'), eb('c.closedTime', '<', after(now, -DAY))]),
      eb.and([eb('c.state', '=', 'SUBMITTED'), eb('c.submittedTime', '<', after(now, -HOUR))]),
    ]);
}

export function toCard(
  row: Pick<CardRow, Exclude<keyof Card, 'merchantName'>> & { companyName: string },
  { actor, scope }: Pick<Context, 'actor' | 'scope'>,
): Card {
  return {
    id: row.id,
    merchantId: row.merchantId,
    merchantName: scope === 'all' ? row.companyName : null,
    program: row.program,
    descriptor: row.descriptor,
    cardBin: shownTo(actor, 'card.cardBin', row.cardBin),
    caid: row.caid,
    acquirerBin: row.acquirerBin,
    arn: row.arn,
    // A draft may have none yet: nothing isn't masked.
    notifyEmail: row.notifyEmail && shownTo(actor, 'card.notifyEmail', row.notifyEmail),
    status: row.status,
    state: row.state,
    submittedTime: isoOrNull(row.submittedTime),
    registerTime: isoOrNull(row.registerTime),
    expectedLiveTime: isoOrNull(row.expectedLiveTime),
    firstAlertTime: isoOrNull(row.firstAlertTime),
    failureReason:
      CARD_FAILURE_REASONS.find((reason): reason is CardFailureReason => reason === row.failureReason) ?? null,
    remark: row.remark,
    version: row.version,
    createdTime: row.createdTime.toISOString(),
    updatedTime: row.updatedTime.toISOString(),
  };
}
