import { appError } from '../kernel/errors.ts';
import { maskEmail } from '../kernel/mask.ts';
import { command } from '../kernel/operation.ts';
import { addressee, mailNotice } from './account-mails.ts';
import { moveToEmail } from './email-store.ts';
import { closeLinks } from './link-store.ts';
import { redeemLink } from './links.ts';
import { EmailChanged, TokenInput } from './model.ts';
import { maySignIn } from './person.ts';
import { findUser } from './person-store.ts';
import { personTarget } from './person-target.ts';

/**
 * Makes a confirmed address the account's own; the merchant's follows its owner's. The address before it is told, and links mailed there
 * end. Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`, `EMAIL_TAKEN` (somebody was faster; the mailbox's holder may know).
 */
export const confirmEmail = command('auth.confirmEmail', {
  permission: 'public',
  summary: 'Makes a new e-mail address effective by the link that was mailed to it.',
  input: TokenInput,
  output: EmailChanged,
  secret: ['token'],
}).run(async (ctx, { token }) => {
  const { realm, subjectId, data } = await redeemLink(ctx, token, 'EMAIL');
  const person = realm === 'merchant' ? await findUser(ctx, subjectId) : undefined;
  const { email } = data;
  if (!person || !email || !maySignIn(person)) throw appError('LINK_INVALID');
  const now = ctx.now();
  if (!(await moveToEmail(ctx, person, email, now))) throw appError('EMAIL_TAKEN');
  await closeLinks(ctx, { realm, subjectId }, ['RESET', 'EMAIL'], now);
  await mailNotice(ctx, addressee(person), { kind: 'account.email-changed', params: { newEmail: maskEmail(email) } });
  ctx.audit({ ...personTarget(realm, subjectId), detail: { newEmail: maskEmail(email) } });
  return { email };
});
