import { isDuplicateKey } from '@forewarn/db';
import type { Executor } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { type CardState, statusOf } from './card-state.ts';
import type { CardKey } from './model.ts';
import { normalizeKey } from './normalize.ts';
import type { CardRow } from './store.ts';

/** What the provider knows an enrolment by. */
export type EnrolmentKey = Pick<CardRow, CardKey>;

/** The merchant's card that stands for the same enrolment; drafts may be alike. */
export async function findTwin(db: Executor, merchantId: number, key: EnrolmentKey) {
  return db
    .selectFrom('merchantCards')
    .select(['id', 'status', 'state', 'cardRef'])
    .where('merchantId', '=', merchantId)
    .where('program', '=', key.program)
    .where('descriptor', '=', key.descriptor)
    .where('cardBin', '=', key.cardBin)
    .where('caid', '=', key.caid)
    .where('acquirerBin', '=', key.acquirerBin)
    .where('arn', '=', key.arn)
    .where('draftRef', '=', '')
    .executeTakeFirst();
}

export interface NewCard extends EnrolmentKey {
  merchantId: number;
  cardRef: string;
  state: 'DRAFT' | 'SAVED';
  notifyEmail: string;
  remark: string | null;
  now: Date;
}

export async function insertCard(db: Executor, { now, state, ...card }: NewCard): Promise<number> {
  const result = await refusingTwins(
    db
      .insertInto('merchantCards')
      .values({
        ...card,
        ...compared(card),
        ...stateColumns(state, card.cardRef),
        createdTime: now,
        updatedTime: now,
      })
      .executeTakeFirstOrThrow(),
  );
  return Number(result.insertId);
}

/** `status` follows `state`; a draft names itself, so that drafts may be alike and nothing else may. */
export function stateColumns(state: CardState, cardRef: string) {
  return { state, status: statusOf(state), draftRef: state === 'DRAFT' ? cardRef : '' };
}

/** What alerts are compared with. */
export function compared(key: Pick<EnrolmentKey, 'descriptor' | 'caid'>) {
  return { matchDescriptor: normalizeKey(key.descriptor), matchCaid: normalizeKey(key.caid) };
}

/** Two at the same moment pass {@link findTwin} both; the unique key lets one through. */
async function refusingTwins<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw isDuplicateKey(error) ? appError('CARD_DUPLICATE') : error;
  }
}

export type CardChange = Partial<
  Omit<CardRow, 'id' | 'status' | 'draftRef' | 'matchDescriptor' | 'matchCaid' | 'version' | keyof EnrolmentKey>
> & { key?: EnrolmentKey };

export async function updateCardRow(db: Executor, id: number, { key, state, ...change }: CardChange, now: Date) {
  await refusingTwins(
    db
      .updateTable('merchantCards')
      .set((eb) => ({
        ...change,
        ...(key && { ...key, ...compared(key) }),
        // Only a draft names itself, and a draft never becomes one again.
        ...(state && { state, status: statusOf(state) }),
        version: eb('version', '+', 1),
        updatedTime: now,
      }))
      .where('id', '=', id)
      .execute(),
  );
}

export async function deleteCardRow(db: Executor, id: number): Promise<void> {
  await db.deleteFrom('merchantCards').where('id', '=', id).execute();
}

/** Every card of the merchant that isn't closed yet, locked. */
export async function lockOpenCards(db: Executor, merchantId: number) {
  return db
    .selectFrom('merchantCards')
    .select(['id', 'cardRef', 'generation', 'state'])
    .where('merchantId', '=', merchantId)
    .where('status', '<>', 'CLOSED')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function countDrafts(db: Executor, merchantId: number): Promise<number> {
  const { count } = await db
    .selectFrom('merchantCards')
    .where('merchantId', '=', merchantId)
    .where('state', '=', 'DRAFT')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
