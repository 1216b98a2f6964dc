import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { activateMerchant } from '../merchants/index.ts';
import { checkPassword } from './check-password.ts';
import { redeemLink } from './links.ts';
import { AcceptInput, EmailChanged } from './model.ts';
import { acceptAccount } from './password-store.ts';
import type { MerchantPerson } from './person.ts';
import { changeMe, findUser } from './person-store.ts';
import { personTarget } from './person-target.ts';

/**
 * Takes an invitation to a merchant up: name and password are the invited person's own to choose. Signs nobody in. For an owner whom
 * the operator invited it confirms the address, too, and so activates the merchant.
 * Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`.
 */
export const acceptInvitation = command('auth.acceptInvitation', {
  permission: 'public',
  summary: 'Accepts an invitation by the mailed link’s token, with the name and password to use.',
  input: AcceptInput,
  output: EmailChanged,
  secret: ['token', 'password'],
}).run(async (ctx, { token, name, password }) => {
  const { realm, subjectId } = await redeemLink(ctx, token, 'INVITE');
  const person = realm === 'merchant' ? await findUser(ctx, subjectId) : undefined;
  if (!person || !isInvited(person)) throw appError('LINK_INVALID');
  checkPassword(ctx, password, person);
  const passwordHash = await ctx.ports.passwords.hash(password);
  await acceptAccount(ctx, person, passwordHash, ctx.now());
  await changeMe(ctx, realm, subjectId, { name }, ctx.now());
  const activated = person.role === 'OWNER' && person.merchantStatus === 'PENDING';
  if (activated) await activateMerchant(ctx, person.merchantId);
  ctx.audit({ ...personTarget(realm, subjectId), detail: { activated } });
  return { email: person.email };
});

/** Not come yet, or an owner without a password whose merchant waits. */
function isInvited({ status, passwordHash, role, merchantStatus }: MerchantPerson): boolean {
  if (merchantStatus === 'CLOSED' || passwordHash !== null) return false;
  return status === 'INVITED' || (status === 'ACTIVE' && role === 'OWNER' && merchantStatus === 'PENDING');
}
