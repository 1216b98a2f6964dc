import { commit } from '../kernel/commit.ts';
import { appError } from '../kernel/errors.ts';
import { maskEmail } from '../kernel/mask.ts';
import { effect } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { addressee, mailLink, mailNotice, resetPage } from './account-mails.ts';
import { confirmIdentity, keeperOfSecrets } from './confirm-identity.ts';
import { normalizeEmail } from './identifier.ts';
import { tellKnownAddress } from './known-address.ts';
import { ChangeEmailInput, Done } from './model.ts';
import { findUser } from './person-store.ts';

/**
 * Asks to move one's account to another address: effective once that one has confirmed; the present one is told at once. An address in
 * use gets the same answer, its holder a mail instead. Errors: `PASSWORD_WRONG`, `CODE_WRONG`, `VALIDATION_FAILED` (it is the present one).
 */
export const changeEmail = effect('auth.changeEmail', {
  permission: 'profile:view',
  whileSuspended: true,
  summary: 'Asks to change one’s own e-mail address; the link mailed to the new one makes it effective.',
  input: ChangeEmailInput,
  output: Done,
  secret: ['password', 'code'],
}).run(async (ctx, { email, password, code }) => {
  const person = await keeperOfSecrets(ctx);
  const newEmail = normalizeEmail(email);
  if (newEmail === person.email)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('email', 'EMAIL_SAME', ctx.locale)] });
  await confirmIdentity(ctx, person, { password, code });
  ctx.audit({ detail: { newEmail: maskEmail(newEmail) } });
  await commit(ctx, async (db, emit) => {
    const mailing = { ...ctx, db, emit };
    const to = addressee(person);
    const taken = await findUser(mailing, { kind: 'email', value: newEmail });
    if (taken) await tellKnownAddress(mailing, taken);
    else {
      const link = { kind: 'account.email-confirm', purpose: 'EMAIL', data: { email: newEmail } } as const;
      if (!(await mailLink(mailing, to, { ...link, recipient: newEmail }))) throw appError('TOO_MANY_REQUESTS');
    }
    const params = { newEmail: maskEmail(newEmail), url: resetPage(ctx, person) };
    await mailNotice(mailing, to, { kind: 'account.email-asked', params });
  });
  return { done: true };
});
