import type { Context } from '../kernel/context.ts';
import { errorMessage } from '../kernel/error-messages.ts';
import { type AppError, appError } from '../kernel/errors.ts';
import { confirmGuard } from './guard-name.ts';
import { clearGuard, countFailure, guardIsLocked } from './guard-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Person } from './person.ts';
import { findPerson } from './person-store.ts';
import { useCode } from './second-factor.ts';

/** Who is signed in, as stored now. Errors: `UNAUTHENTICATED`. */
export async function self(ctx: Context): Promise<Person & { sessionId: string }> {
  const { actor } = ctx;
  const signedIn = actor.kind === 'merchant' || actor.kind === 'staff' ? actor : undefined;
  const person = signedIn && (await findPerson(ctx, signedIn.kind, signedIn.id));
  if (!person) throw appError('UNAUTHENTICATED');
  return { ...person, sessionId: signedIn.sessionId };
}

/**
 * Asks somebody who is signed in for the password (and code) again, before what could shut the owner out. Three wrong ones in a row
 * rest for 30 minutes. For an `effect`: the count must stay although the act is refused. Errors: `PASSWORD_WRONG`, `CODE_WRONG`, each
 * with its field.
 */
export function confirmIdentity(
  ctx: Context,
  person: Person,
  given: { password: string; code?: string },
): Promise<void> {
  const guard = confirmGuard(person);
  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    const right = await checkPassword(ctx, locked ? null : person.passwordHash, given.password);
    if (!right) return refuse(ctx, guard, 'PASSWORD_WRONG', 'password');
    if (given.code !== undefined && !(await useCode(ctx, person, given.code)))
      return refuse(ctx, guard, 'CODE_WRONG', 'code');
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
