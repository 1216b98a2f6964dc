import { commit } from '../kernel/commit.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { checkPassword } from './check-password.ts';
import { confirmIdentity, keeperOfSecrets } from './confirm-identity.ts';
import { ChangePasswordInput, Done } from './model.ts';
import { applyNewPassword } from './new-password.ts';

/** the old password is required (and a code, C-251), other sessions end, this one stays. Errors: `PASSWORD_WRONG`, `CODE_WRONG`, `VALIDATION_FAILED`, `SIGN_IN_ELSEWHERE`. */
export const changePassword = effect('auth.changePassword', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Changes one’s own password; other sessions end. Asks for a code where there is two-step verification.',
  input: ChangePasswordInput,
  output: Done,
  secret: ['currentPassword', 'newPassword', 'code'],
}).run(async (ctx, { currentPassword, newPassword, code }) => {
  const person = await keeperOfSecrets(ctx);
  const companyName = person.realm === 'merchant' ? person.companyName : undefined;
  checkPassword(ctx, newPassword, { email: person.email, companyName }, 'newPassword');
  if (newPassword === currentPassword)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('newPassword', 'PASSWORD_SAME', ctx.locale)] });
  await confirmIdentity(ctx, person, { password: currentPassword, code }, 'currentPassword');
  const passwordHash = await ctx.ports.passwords.hash(newPassword);
  await commit(ctx, (db, emit) => applyNewPassword({ ...ctx, db, emit }, person, passwordHash, person.sessionId));
  return { done: true };
});
