import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { readConsequences } from './consequences-store.ts';
import { Consequences, MerchantId } from './model.ts';
import { merchantById } from './store.ts';

/** What suspending or closing would touch, listed before anybody decides: numbers in full, the first rows of each. */
export const consequences = query('merchants.consequences', {
  permission: 'merchant:status',
  summary:
    'Lists what suspending or closing a merchant would touch: alerts waiting for its answer, registered cards, sessions.',
  input: MerchantId,
  output: Consequences,
}).run(async (ctx, { id }) => {
  if (!(await merchantById(ctx, id))) throw appError('MERCHANT_NOT_FOUND');
  return readConsequences(ctx, id, ctx.now());
});
