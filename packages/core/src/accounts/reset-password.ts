import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { addressee, mailLink } from './account-mails.ts';
import { checkPassword } from './check-password.ts';
import { forgetDevices } from './device-store.ts';
import { normalizeEmail } from './identifier.ts';
import { mailInvitation } from './invitation.ts';
import { isUnconfirmed, mailActivation } from './known-address.ts';
import { redeemLink } from './links.ts';
import { type Realm, ResetInput, ResetOutput } from './model.ts';
import { applyNewPassword } from './new-password.ts';
import { isExternal, maySignIn, type Person } from './person.ts';
import { findPerson } from './person-store.ts';
import { personTarget } from './person-target.ts';

/**
 * A-035, A-048: `{email}` asks for a link, `{token, password}` sets the password by it, for merchants' people and staff alike. Asking is
 * answered alike and as fast for every address (A-384). Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`, `SIGN_IN_ELSEWHERE` (staff,
 * where they sign in at the operator's own service).
 */
export const resetPassword = command('auth.resetPassword', {
  permission: 'public',
  summary: 'Asks for a link to a new password (`email`), or sets the password by it (`token`, `password`).',
  input: ResetInput,
  output: ResetOutput,
  evenTime: true,
  secret: ['token', 'password'],
}).run(async (ctx, { realm, email, token, password }) => {
  if (token !== undefined && password !== undefined) {
    const person = await setByLink(ctx, token, password);
    return { done: true, realm: person.realm, email: person.email };
  }
  if (realm === 'staff' && ctx.ports.staffSignIn.mode === 'REMOTE') throw appError('SIGN_IN_ELSEWHERE');
  if (email !== undefined) await sendLink(ctx, realm, normalizeEmail(email));
  return { done: true, realm: null, email: null };
});

/** Who may sign in gets the link; who still has another step before them gets that one's mail again. */
async function sendLink(ctx: Context, realm: Realm, email: string): Promise<void> {
  const person = await findPerson(ctx, realm, { kind: 'email', value: email });
  if (!person) return;
  ctx.audit(personTarget(realm, person.id));
  if (person.realm === 'merchant' && isUnconfirmed(person)) await mailActivation(ctx, person);
  else if (person.realm === 'merchant' && person.status === 'INVITED') await mailInvitation(ctx, person);
  else if (isOpen(person)) await mailLink(ctx, addressee(person), { kind: 'account.reset', purpose: 'RESET' });
}

async function setByLink(ctx: Context, token: string, password: string): Promise<Person> {
  const { realm, subjectId } = await redeemLink(ctx, token, 'RESET');
  if (realm === 'staff' && ctx.ports.staffSignIn.mode === 'REMOTE') throw appError('SIGN_IN_ELSEWHERE');
  const person = await findPerson(ctx, realm, subjectId);
  if (!person || !isOpen(person)) throw appError('LINK_INVALID');
  const companyName = person.realm === 'merchant' ? person.companyName : undefined;
  checkPassword(ctx, password, { email: person.email, companyName });
  await applyNewPassword(ctx, person, await ctx.ports.passwords.hash(password));
  // Nobody knows which of them were a thief's: each proves itself again by a sign-in.
  await forgetDevices(ctx, realm, person.id);
  ctx.audit(personTarget(realm, person.id));
  return person;
}

/** May sign in, but for the password, which we keep. */
function isOpen(person: Person): boolean {
  if (isExternal(person)) return false;
  return maySignIn({ ...person, passwordHash: '' });
}
