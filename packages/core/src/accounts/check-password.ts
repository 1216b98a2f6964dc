import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { type PasswordOwner, passwordFault } from '../kernel/password-rule.ts';
import { fieldError } from '../kernel/validation.ts';
import { isCommonPassword } from './common-passwords.ts';

/** The whole rule for a new password, with its reason at the field `path`. Errors: `VALIDATION_FAILED`. */
export function checkPassword(
  { locale }: Pick<Context, 'locale'>,
  password: string,
  owner: PasswordOwner,
  path = 'password',
): void {
  const fault = passwordFault(password, owner) ?? (isCommonPassword(password) ? 'PASSWORD_COMMON' : undefined);
  if (fault) throw appError('VALIDATION_FAILED', { fields: [fieldError(path, fault, locale)] });
}
