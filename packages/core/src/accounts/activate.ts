import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { activateMerchant } from '../merchants/index.ts';
import { normalizePhone } from './identifier.ts';
import { isUnconfirmed } from './known-address.ts';
import { createLink, redeemLink } from './links.ts';
import { Activated, TokenInput } from './model.ts';
import { findUser } from './person-store.ts';
import { claimPhone, phoneOf } from './registration-store.ts';

/**
 * Confirms the address and makes the merchant ACTIVE, the only way there from PENDING. Signs nobody in. Where
 * somebody else had registered with the address, too, the answer carries a link to choose the password.
 * Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`.
 */
export const activate = command('auth.activate', {
  permission: 'public',
  summary: 'Activates a registered merchant by the mailed link’s token, which works once and for 72 hours.',
  input: TokenInput,
  output: Activated,
  secret: ['token'],
}).run(async (ctx, { token }) => {
  const { subjectId, realm } = await redeemLink(ctx, token, 'ACTIVATE');
  const person = realm === 'merchant' ? await findUser(ctx, subjectId) : undefined;
  if (!person || !isUnconfirmed(person)) throw appError('LINK_INVALID');
  if (person.merchantStatus !== 'PENDING') throw appError('LINK_INVALID');
  await activateMerchant(ctx, person.merchantId);
  const phone = normalizePhone((await phoneOf(ctx, person.id)) ?? '');
  const phoneSignsIn = phone !== undefined && (await claimPhone(ctx, person, phone));
  ctx.audit({ targetType: 'merchant', targetId: person.merchantId, detail: { phoneSignsIn } });
  const contested = person.passwordHash === null;
  const setPasswordToken = contested ? await createLink(ctx, { purpose: 'RESET', realm, subjectId }) : null;
  return { email: person.email, setPasswordToken };
});
