import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { countSuspicion, watchSignIn } from '../security-events/index.ts';
import { type Device, deviceOf } from './device.ts';
import { isKnownDevice } from './device-store.ts';
import { accountGuard, deviceGuard, type GuardKey, nobodyGuard } from './guard-name.ts';
import { countFailure, guardIsLocked } from './guard-store.ts';
import { type Identifier, readIdentifier } from './identifier.ts';
import { LoginInput, type Realm, SignedIn } from './model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { hasTotp, maySignIn, type Person, toActor, toSessionUser } from './person.ts';
import { findPerson } from './person-store.ts';
import { personTarget } from './person-target.ts';
import { newRefreshToken } from './refresh-token.ts';
import { forgetSession } from './resolve-actor.ts';
import { useCode } from './second-factor.ts';
import { sessionEnd } from './session-rules.ts';
import { signedIn } from './signed-in.ts';
import { openSession } from './store.ts';

/** One attempt: whose account it is about, what counts it, and from which device. */
interface Attempt {
  guard: GuardKey;
  person: Person | undefined;
  device: Device;
}

/**
 * Signs in by e-mail or phone. An unknown account, a wrong password, a locked account and one that may not sign in get the same
 * answer at the same cost: one password check, one counted failure. Only who knows the password hears that a code is needed. An
 * `effect`, because the count must be committed although the sign-in is refused. Errors: `INVALID_CREDENTIALS`, `TOTP_REQUIRED`,
 * `TOTP_INVALID`.
 */
export const login = effect('auth.login', {
  permission: 'public',
  summary:
    'Signs in by e-mail or phone; three failures in a row lock the account for 30 minutes. `TOTP_REQUIRED`: send it again with `code`.',
  input: LoginInput,
  output: SignedIn,
  secret: ['password', 'code'],
  rate: 'login',
}).run(async (ctx, { account, password, realm, remember, code }) => {
  const identifier = readIdentifier(account);
  const person = await findPerson(ctx, realm, identifier);
  const device = deviceOf(ctx);
  const guard = await guardFor(ctx, realm, person, identifier, device);
  const attempt = { guard, person, device };
  ctx.audit(personTarget(realm, person?.id));

  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    const right = await checkPassword(ctx, locked ? undefined : person, password);
    if (!person || !right) return refuse(ctx, attempt, 'INVALID_CREDENTIALS');
    const factor = await secondFactor(ctx, person, code);
    if (!factor) return refuse(ctx, attempt, 'TOTP_INVALID');

    const { token, hash } = newRefreshToken();
    const now = ctx.now();
    const session = { id: crypto.randomUUID(), remember, now, expires: sessionEnd(remember, now) };
    const opened = await openSession(ctx, guard, person, { ...session, tokenHash: hash, device, factor });
    if (!opened) return refuse(ctx, attempt, 'INVALID_CREDENTIALS');
    for (const ended of opened.ended) forgetSession(ctx, ended);
    const { newDevice } = opened;
    ctx.audit({
      actor: toActor(person, session.id),
      detail: { session: session.id, remember, newDevice, ...(factor !== 'none' && { factor }) },
    });
    await watchSignIn(ctx, suspectOf(ctx, person), ctx.country ?? '');
    return signedIn(ctx, { ...session, realm, subjectId: person.id }, token, toSessionUser(person));
  });
});

async function guardFor(
  ctx: Context,
  realm: Realm,
  person: Person | undefined,
  typed: Identifier,
  device: Device,
): Promise<GuardKey> {
  const known = await isKnownDevice(ctx, { realm, id: person?.id ?? 0 }, device.hash);
  if (!person) return nobodyGuard(realm, typed);
  return known && device.proven ? deviceGuard(person, device.hash) : accountGuard(person);
}

/** One hash is computed whatever happens, so that time tells nothing. */
function checkPassword(ctx: Context, person: Person | undefined, password: string): Promise<boolean> {
  if (!person?.passwordHash || !maySignIn(person)) return ctx.ports.passwords.verifyNothing(password);
  return ctx.ports.passwords.verify(person.passwordHash, password);
}

/** Undefined when the code is wrong. Asking for one is no failure: the password was right. */
async function secondFactor(ctx: Context, person: Person, code: string | undefined) {
  if (!hasTotp(person)) return 'none';
  if (code === undefined || code === '') throw appError('TOTP_REQUIRED');
  return useCode(ctx, person, code);
}

async function refuse(
  ctx: Context,
  { guard, person }: Attempt,
  error: 'INVALID_CREDENTIALS' | 'TOTP_INVALID',
): Promise<never> {
  const closed = await countFailure(ctx, guard, ctx.now());
  if (closed) ctx.audit({ detail: { locked: true } });
  const { ip, userAgent } = ctx;
  const nobody = { realm: null, subjectId: null, ip, userAgent };
  const suspect = person ? suspectOf(ctx, person) : nobody;
  await countSuspicion(ctx, 'FAILURES_ACCOUNT', person ? `${guard.realm}#${person.id}` : guardName(guard), suspect);
  await countSuspicion(ctx, 'FAILURES_ADDRESS', ctx.ip, nobody);
  throw appError(error);
}

function guardName({ realm, accountKey }: GuardKey): string {
  return `${realm}:${accountKey.toString('hex')}`;
}

function suspectOf({ ip, userAgent }: Context, { realm, id, name, ...person }: Person) {
  const merchantId = 'merchantId' in person ? person.merchantId : null;
  return { realm, subjectId: id, subjectName: name, merchantId, ip, userAgent };
}
