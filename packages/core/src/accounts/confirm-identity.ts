import type { Context } from '../kernel/context.ts';
import { errorMessage } from '../kernel/error-messages.ts';
import { type AppError, appError } from '../kernel/errors.ts';
import { fieldError } from '../kernel/validation.ts';
import { confirmGuard } from './guard-name.ts';
import { clearGuard, countFailure, guardIsLocked } from './guard-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { hasTotp, isExternal, type Person } from './person.ts';
import { findPerson } from './person-store.ts';
import { personTarget } from './person-target.ts';
import { useCode } from './second-factor.ts';

/** Who is signed in, as stored now. Errors: `UNAUTHENTICATED`. */
export async function self(ctx: Context): Promise<Person & { sessionId: string }> {
  const { actor } = ctx;
  const signedIn = actor.kind === 'merchant' || actor.kind === 'staff' ? actor : undefined;
  const person = signedIn && (await findPerson(ctx, signedIn.kind, signedIn.id));
  if (!person) throw appError('UNAUTHENTICATED');
  return { ...person, sessionId: signedIn.sessionId };
}

/** The same, for what has to do with password and second factor. Errors: `SIGN_IN_ELSEWHERE` (they are kept at the operator's service). */
export async function keeperOfSecrets(ctx: Context): Promise<Person & { sessionId: string }> {
  const person = await self(ctx);
  ctx.audit(personTarget(person.realm, person.id));
  if (isExternal(person)) throw appError('SIGN_IN_ELSEWHERE');
  return person;
}

/**
 * Asks somebody who is signed in who they are, before what could shut the owner out: the password and, where there is a second factor, a
 * code. A session left open is not enough. Three wrong ones in a row rest for 30 minutes. For an `effect`: the count must stay although
 * the act is refused. Errors, each at its field: `PASSWORD_WRONG` (at `path`), `CODE_WRONG`; `VALIDATION_FAILED` (a code is missing,
 * which counts nothing).
 */
export function confirmIdentity(
  ctx: Context,
  person: Person,
  { password, code }: { password: string; code?: string | undefined },
  path = 'password',
): Promise<void> {
  const guard = confirmGuard(person);
  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    const right = await checkPassword(ctx, locked ? null : person.passwordHash, password);
    if (!right) return refuse(ctx, guard, 'PASSWORD_WRONG', path);
    if (hasTotp(person)) {
      if (!code) throw appError('VALIDATION_FAILED', { fields: [fieldError('code', 'REQUIRED', ctx.locale)] });
      if (!(await useCode(ctx, person, code))) return refuse(ctx, guard, 'CODE_WRONG', 'code');
    }
    await clearGuard(ctx, guard, ctx.now());
  });
}

/** The first code of a secret that isn't in force yet; a recovery code won't do. Errors: `CODE_WRONG`. */
export function confirmCode(ctx: Context, person: Person, code: string): Promise<void> {
  const guard = confirmGuard(person);
  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    if (locked || (await useCode(ctx, person, code)) !== 'totp') return refuse(ctx, guard, 'CODE_WRONG', 'code');
    await clearGuard(ctx, guard, ctx.now());
  });
}

function checkPassword({ ports }: Context, hash: string | null, password: string): Promise<boolean> {
  return hash === null ? ports.passwords.verifyNothing(password) : ports.passwords.verify(hash, password);
}

async function refuse(
  ctx: Context,
  guard: ReturnType<typeof confirmGuard>,
  code: 'PASSWORD_WRONG' | 'CODE_WRONG',
  path: string,
): Promise<never> {
  await countFailure(ctx, guard, ctx.now());
  throw wrongField(ctx, code, path);
}

function wrongField({ locale }: Context, code: 'PASSWORD_WRONG' | 'CODE_WRONG', path: string): AppError {
  return appError(code, { fields: [{ path, code, message: errorMessage(code, locale) }] });
}
