import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { inviteOwner } from './invite-owner.ts';
import { MerchantId } from './model.ts';
import { lockMerchant, ownerOf } from './status-store.ts';

/** the link once more, for a merchant that isn't active yet; the one mailed before stops working. */
export const resendActivation = command('merchants.resendActivation', {
  permission: 'merchant:create',
  summary: 'Mails the activation or invitation link of a merchant that isn’t active yet once more.',
  input: MerchantId,
  output: z.object({ done: z.literal(true) }),
}).run(async (ctx, { id }) => {
  const merchant = await lockMerchant(ctx, id);
  const owner = merchant && (await ownerOf(ctx, id));
  if (!merchant || !owner) throw appError('MERCHANT_NOT_FOUND');
  if (merchant.status !== 'PENDING') throw appError('MERCHANT_TRANSITION', { status: merchant.status });
  await inviteOwner(ctx, merchant, owner);
  ctx.audit({ targetType: 'merchant', targetId: id, detail: { invited: owner.passwordHash === null } });
  return { done: true };
});
