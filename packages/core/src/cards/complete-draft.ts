import type { Context } from '../kernel/context.ts';
import { parseInput } from '../kernel/validation.ts';
import { CardInput } from './model.ts';
import { placeCard } from './place-card.ts';
import type { CardRow } from './store.ts';
import { deleteCardRow } from './write-store.ts';

type Draft = Pick<
  CardRow,
  'id' | 'merchantId' | 'program' | 'descriptor' | 'cardBin' | 'caid' | 'acquirerBin' | 'arn' | 'notifyEmail' | 'remark'
>;

/** Makes a draft the card it describes; answers that card's number. What is missing is told field by field. */
export async function completeDraft(ctx: Context, { id, merchantId, ...draft }: Draft): Promise<number> {
  const { program, descriptor, cardBin, caid, acquirerBin, arn, notifyEmail, remark } = draft;
  const fields = { program, descriptor, cardBin, caid, acquirerBin, arn, notifyEmail, remark };
  const placed = await placeCard(ctx, merchantId, parseInput(CardInput, fields, ctx.locale));
  await deleteCardRow(ctx.db, id);
  return placed.id;
}
