import { z } from 'zod';
import { liftLock } from '../accounts/index.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { MerchantId } from './model.ts';
import { userIdsOf } from './status-store.ts';
import { merchantById } from './store.ts';

/** lets a merchant's people try their passwords again before the thirty minutes are over. Repeating it is no error. */
export const unlockMerchant = command('merchants.unlock', {
  permission: 'merchant:unlock',
  summary:
    'Opens the sign-in of a merchant’s people again that wrong passwords have locked; `userId` names one of them.',
  input: MerchantId.extend({ userId: z.coerce.number<number | string>().int().positive().optional() }),
  output: z.object({ unlocked: z.number().int() }),
}).run(async (ctx, { id, userId }) => {
  if (!(await merchantById(ctx, id))) throw appError('MERCHANT_NOT_FOUND');
  const users = (await userIdsOf(ctx, id)).filter((user) => userId === undefined || user === userId);
  if (users.length === 0) throw appError('NOT_FOUND');
  let unlocked = 0;
  for (const user of users) if (await liftLock(ctx, 'merchant', user)) unlocked += 1;
  ctx.audit({ targetType: 'merchant', targetId: id, detail: { users, unlocked } });
  return { unlocked };
});
