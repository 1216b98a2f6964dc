import { createHash } from 'node:crypto';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { personGuard } from './guard-key.ts';
import { type Identifier, readIdentifier } from './identifier.ts';
import { LoginInput, type Realm, SignedIn } from './model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { maySignIn, type Person, toActor, toSessionUser } from './person.ts';
import { findPerson } from './person-store.ts';
import { newRefreshToken } from './refresh-token.ts';
import { sessionEnd } from './session-rules.ts';
import { signedIn } from './signed-in.ts';
import { countFailure, guardIsLocked, openSession } from './store.ts';

/**
 * Signs in by e-mail or phone. An unknown account, a wrong password, a locked account and one that may not sign in get the same
 * answer at the same cost: one password check, one counted failure. An `effect`, because the count must be committed although the
 * sign-in is refused. Errors: `INVALID_CREDENTIALS`.
 */
export const login = effect('auth.login', {
  permission: 'public',
  summary: 'Signs in by e-mail or phone; three failures in a row lock the account for 30 minutes.',
  input: LoginInput,
  output: SignedIn,
  secret: ['password'],
  rate: 'login',
}).run(async (ctx, { account, password, realm, remember }) => {
  const identifier = readIdentifier(account);
  const person = await findPerson(ctx, realm, identifier);
  const guard = { realm, accountKey: guardKey(realm, person, identifier) };
  ctx.audit({ targetType: realm, ...(person && { targetId: person.id }) });

  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    const right = await checkPassword(ctx, locked ? undefined : person, password);
    if (!person || !right) return refuse(ctx, guard);

    const { token, hash } = newRefreshToken();
    const now = ctx.now();
    const session = {
      id: crypto.randomUUID(),
      realm,
      subjectId: person.id,
      remember,
      expires: sessionEnd(remember, now),
    };
    const { userAgent, ip } = ctx;
    const opened = await openSession(ctx, guard, { ...session, userAgent, ip, now, tokenHash: hash });
    if (!opened) return refuse(ctx, guard);
    ctx.audit({ actor: toActor(person, session.id), detail: { session: session.id, remember } });
    return signedIn(ctx, session, token, toSessionUser(person));
  });
});

/** One hash is computed whatever happens, so that time tells nothing. */
function checkPassword(ctx: Context, person: Person | undefined, password: string): Promise<boolean> {
  if (!person?.passwordHash || !maySignIn(person)) return ctx.ports.passwords.verifyNothing(password);
  return ctx.ports.passwords.verify(person.passwordHash, password);
}

async function refuse(ctx: Context, guard: { realm: Realm; accountKey: Buffer }): Promise<never> {
  const closed = await countFailure(ctx, guard, ctx.now());
  if (closed) ctx.audit({ detail: { locked: true } });
  throw appError('INVALID_CREDENTIALS');
}

/** By person where there is one, so that e-mail and phone share one count; by what was typed otherwise. */
function guardKey(realm: Realm, person: Person | undefined, typed: Identifier): Buffer {
  if (person) return personGuard(realm, person.id).accountKey;
  return createHash('sha256').update(`${typed.kind}:${typed.value}`).digest();
}
