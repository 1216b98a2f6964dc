import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { CardListInput, CardPage } from './model.ts';
import { listCardRows, toCard } from './store.ts';

/** the actor's cards, newest first. */
export const listCards = query('cards.list', {
  permission: 'card:view',
  input: CardListInput,
  output: CardPage,
  summary: 'List the cards a merchant has authorised for alerts.',
}).run(async (ctx, input) => {
  const { total, records } = await listCardRows(ctx, input, input);
  return toPage(
    input,
    total,
    records.map((row) => toCard(row, ctx)),
  );
});
