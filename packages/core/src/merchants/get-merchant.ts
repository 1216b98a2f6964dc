import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { MerchantSummary } from './model.ts';
import { toSummary } from './profile-view.ts';
import { merchantById, merchantCounts } from './store.ts';

export const getMerchant = query('merchants.get', {
  permission: 'merchant:view',
  summary: 'Shows one merchant with how many cards it watches and how many alerts wait for its answer.',
  input: z.object({ id: z.coerce.number<number | string>().int().positive() }),
  output: MerchantSummary,
}).run(async (ctx, { id }) => {
  const row = await merchantById(ctx, id);
  if (!row) throw appError('MERCHANT_NOT_FOUND');
  const { cards, alerts } = await merchantCounts(ctx, [id]);
  return toSummary(ctx.actor, row, cards.get(id) ?? 0, alerts.get(id) ?? 0);
});
