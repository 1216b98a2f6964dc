import { normalizeEmail, normalizePhone } from '../accounts/index.ts';
import { actorRef } from '../kernel/actor.ts';
import { command } from '../kernel/operation.ts';
import { insertMerchant } from './create-store.ts';
import { inviteOwner } from './invite-owner.ts';
import { MerchantId, NewMerchant } from './model.ts';

/**
 * Makes a merchant that isn't active yet and mails its owner an invitation; setting a password by it activates the merchant.
 * Errors: `EMAIL_TAKEN`, `PHONE_TAKEN` (staff may know what exists; strangers who register may not).
 */
export const createMerchant = command('merchants.create', {
  permission: 'merchant:create',
  summary: 'Makes a merchant and mails its owner an invitation; it is active once the owner has set a password.',
  input: NewMerchant,
  output: MerchantId,
}).run(async (ctx, input) => {
  const email = normalizeEmail(input.email);
  const phone = input.phone ?? null;
  const phoneNorm = phone === null ? null : (normalizePhone(phone) ?? null);
  const row = { ...input, email, phone, phoneNorm, createdBy: actorRef(ctx.actor) };
  const { id, userId } = await insertMerchant(ctx, row, ctx.now());
  const owner = { id: userId, name: input.contactPerson, email, locale: input.locale, passwordHash: null };
  await inviteOwner(ctx, { id, companyName: input.companyName }, owner);
  ctx.audit({ targetType: 'merchant', targetId: id, detail: { new: 'PENDING', companyName: input.companyName } });
  return { id };
});
