import { commit } from '../kernel/commit.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { checkPassword } from './check-password.ts';
import { confirmOwnPassword } from './confirm-password.ts';
import { ChangePasswordInput, Done } from './model.ts';
import { applyNewPassword } from './new-password.ts';

/** the old password is required, other sessions end, this one stays. Errors: `CURRENT_PASSWORD_WRONG`, `VALIDATION_FAILED`. */
export const changePassword = effect('auth.changePassword', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Changes one’s own password; other sessions end.',
  input: ChangePasswordInput,
  output: Done,
  secret: ['currentPassword', 'newPassword'],
}).run(async (ctx, { currentPassword, newPassword }) => {
  const person = await confirmOwnPassword(ctx, currentPassword, 'currentPassword');
  const companyName = person.realm === 'merchant' ? person.companyName : undefined;
  checkPassword(ctx, newPassword, { email: person.email, companyName }, 'newPassword');
  if (newPassword === currentPassword)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('newPassword', 'PASSWORD_SAME', ctx.locale)] });
  const passwordHash = await ctx.ports.passwords.hash(newPassword);
  const keep = 'sessionId' in ctx.actor ? ctx.actor.sessionId : undefined;
  await commit(ctx, (db, emit) => applyNewPassword({ ...ctx, db, emit }, person, passwordHash, keep));
  return { done: true };
});
