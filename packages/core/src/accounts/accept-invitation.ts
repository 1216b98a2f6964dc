import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { checkPassword } from './check-password.ts';
import { redeemLink } from './links.ts';
import { AcceptInput, EmailChanged } from './model.ts';
import { acceptAccount } from './password-store.ts';
import { findPerson } from './person-store.ts';

/**
 * Takes an invitation up, a merchant's or the operator's: name and password are the invited person's own to choose. Signs nobody in.
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
  const person = await findPerson(ctx, realm, subjectId);
  if (person?.status !== 'INVITED') throw appError('LINK_INVALID');
  if (person.realm === 'merchant' && person.merchantStatus === 'CLOSED') throw appError('LINK_INVALID');
  const companyName = person.realm === 'merchant' ? person.companyName : undefined;
  checkPassword(ctx, password, { email: person.email, companyName });
  const passwordHash = await ctx.ports.passwords.hash(password);
  if (!(await acceptAccount(ctx, person, { name, passwordHash }, ctx.now()))) throw appError('LINK_INVALID');
  ctx.audit({ targetType: realm, targetId: subjectId });
  return { email: person.email };
});
