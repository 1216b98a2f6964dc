import type { Executor } from '../kernel/context.ts';
import { chunked } from './chunked.ts';
import { keyText } from './keys-of.ts';
import { CARD_KEYS, type CardStatus } from './model.ts';
import { unanswered } from './submit.ts';
import { compared, type EnrolmentKey, stateColumns } from './write-store.ts';

/** Rows of one statement. */
const BATCH = 1000;

export interface KnownCard {
  id: number;
  status: CardStatus;
  generation: number;
}

/** The merchant's cards that stand for these enrolments, by {@link keyText}; a few statements for thousands of keys. */
export async function cardsByKey(db: Executor, merchantId: number, keys: readonly EnrolmentKey[]) {
  const found = new Map<string, KnownCard>();
  const wanted = new Set(keys.map(keyText));
  const descriptors = [...new Set(keys.map(({ descriptor }) => descriptor))];
  for (const some of chunked(descriptors, BATCH)) {
    const rows = await db
      .selectFrom('merchantCards')
      .select(['id', 'status', 'generation', ...CARD_KEYS])
      .where('merchantId', '=', merchantId)
      .where('descriptor', 'in', some)
      // Drafts may be alike.
      .where('draftRef', '=', '')
      .execute();
    for (const row of rows) {
      const key = keyText(row);
      if (wanted.has(key)) found.set(key, { id: row.id, status: row.status, generation: row.generation });
    }
  }
  return found;
}

export interface BulkCard extends EnrolmentKey {
  cardRef: string;
  notifyEmail: string;
  remark: string | null;
}

/** Inserts cards that have no twin; answers their numbers by `cardRef`. */
export async function insertCards(db: Executor, merchantId: number, cards: readonly BulkCard[], now: Date) {
  const numbers = new Map<string, number>();
  for (const some of chunked(cards, BATCH)) {
    await db
      .insertInto('merchantCards')
      .values(
        some.map((card) => ({
          ...card,
          merchantId,
          ...compared(card),
          ...stateColumns('SAVED', card.cardRef),
          createdTime: now,
          updatedTime: now,
        })),
      )
      .execute();
    const refs = some.map(({ cardRef }) => cardRef);
    const rows = await db.selectFrom('merchantCards').select(['id', 'cardRef']).where('cardRef', 'in', refs).execute();
    for (const { id, cardRef } of rows) numbers.set(cardRef, id);
  }
  return numbers;
}

/** Locks cards by number; those that are gone aren't in the answer. */
export async function lockCards(db: Executor, ids: readonly number[]) {
  const rows = [];
  for (const some of chunked(ids, BATCH)) {
    rows.push(
      ...(await db
        .selectFrom('merchantCards')
        .select(['id', 'cardRef', 'state', 'generation'])
        .where('id', 'in', some)
        .orderBy('id')
        .forUpdate()
        .execute()),
    );
  }
  return rows;
}

/** Marks cards as submitted, one generation further. */
export async function submitCardRows(db: Executor, ids: readonly number[], now: Date): Promise<void> {
  for (const some of chunked(ids, BATCH)) {
    await db
      .updateTable('merchantCards')
      .set((eb) => ({
        ...unanswered(),
        ...stateColumns('SUBMITTED', ''),
        submittedTime: now,
        generation: eb('generation', '+', 1),
        version: eb('version', '+', 1),
        updatedTime: now,
      }))
      .where('id', 'in', some)
      .execute();
  }
}

export async function deleteCardRows(db: Executor, ids: readonly number[]): Promise<void> {
  for (const some of chunked(ids, BATCH)) await db.deleteFrom('merchantCards').where('id', 'in', some).execute();
}

export async function closeCardRows(db: Executor, ids: readonly number[], now: Date): Promise<void> {
  for (const some of chunked(ids, BATCH)) {
    await db
      .updateTable('merchantCards')
      .set((eb) => ({
        ...stateColumns('CLOSED', ''),
        closedTime: now,
        updatedTime: now,
        version: eb('version', '+', 1),
      }))
      .where('id', 'in', some)
      .execute();
  }
}
