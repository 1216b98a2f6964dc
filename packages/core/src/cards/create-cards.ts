import type { Core, Executor } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { cardsByKey, insertCards } from './bulk-store.ts';
import { keyText } from './keys-of.ts';
import type { CardInput } from './model.ts';
import { keyOf, REOPENED } from './place-card.ts';
import { merchantStatus } from './store.ts';
import { updateCardRow } from './write-store.ts';

export type CreatedCard =
  | { outcome: 'CREATED' | 'REOPENED'; cardId: number; generation: number }
  /** The same enrolment stands already: the card's number. */
  | { outcome: 'EXISTS'; cardId: number };

/**
 * Saves many cards by the rules of `createCard`, in a few statements: what stands twice is left alone and said, a closed
 * twin is opened again under a new reference. Inside the caller's transaction; answers in the order of `inputs`, whose keys differ.
 * Errors: `MERCHANT_NOT_ACTIVE`, `MERCHANT_NOT_FOUND`.
 */
export async function createCards(
  { now }: Pick<Core, 'now'>,
  tx: Executor,
  merchantId: number,
  inputs: readonly CardInput[],
): Promise<CreatedCard[]> {
  const merchant = await merchantStatus(tx, merchantId);
  if (!merchant) throw appError('MERCHANT_NOT_FOUND');
  if (merchant.status !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');
  const at = now();
  const known = await cardsByKey(tx, merchantId, inputs);
  const cards = inputs.map((input) => ({
    ...keyOf(input),
    notifyEmail: input.notifyEmail,
    remark: input.remark || null,
    cardRef: uuidv7(at),
  }));
  const fresh = cards.filter((card) => !known.has(keyText(card)));
  const numbers = await insertCards(tx, merchantId, fresh, at);
  const created: CreatedCard[] = [];
  for (const card of cards) {
    const twin = known.get(keyText(card));
    if (!twin) {
      const cardId = numbers.get(card.cardRef);
      if (cardId === undefined) throw new Error('An inserted card has no number');
      created.push({ outcome: 'CREATED', cardId, generation: 0 });
    } else if (twin.status === 'CLOSED') {
      const { notifyEmail, remark, cardRef } = card;
      await updateCardRow(tx, twin.id, { ...REOPENED, notifyEmail, remark, cardRef }, at);
      created.push({ outcome: 'REOPENED', cardId: twin.id, generation: twin.generation });
    } else created.push({ outcome: 'EXISTS', cardId: twin.id });
  }
  return created;
}
