import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import type { Card } from './model.ts';
import { findCard, toCard } from './store.ts';

/** The card as its reader may see it; 404 outside their scope. */
export async function viewCard(ctx: Context, id: number): Promise<Card> {
  const row = await findCard(ctx, id);
  if (!row) throw appError('CARD_NOT_FOUND');
  return toCard(row, ctx);
}
