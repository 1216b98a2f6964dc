import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { countSuspicion, watchSignIn } from '../security-events/index.ts';
import { type Device, deviceOf } from './device.ts';
import { isKnownDevice } from './device-store.ts';
import { accountGuard, deviceGuard, type GuardKey, nobodyGuard, type TypedName } from './guard-name.ts';
import { countFailure } from './guard-store.ts';
import type { Realm, SignedIn } from './model.ts';
import { type Person, toActor, toSessionUser } from './person.ts';
import { personTarget } from './person-target.ts';
import { newRefreshToken } from './refresh-token.ts';
import { forgetSession } from './resolve-actor.ts';
import { signedIn } from './signed-in.ts';
import { type NewSession, openSession } from './store.ts';

/** One attempt to sign in: whose account it is about, what counts it, and from which device. */
export interface Attempt {
  guard: GuardKey;
  person: Person | undefined;
  device: Device;
}

export async function attemptOf(
  ctx: Context,
  realm: Realm,
  person: Person | undefined,
  typed: TypedName,
): Promise<Attempt> {
  const device = deviceOf(ctx);
  ctx.audit(personTarget(realm, person?.id));
  const known = await isKnownDevice(ctx, { realm, id: person?.id ?? 0 }, device.hash);
  if (!person) return { person, device, guard: nobodyGuard(realm, typed) };
  const guard = known && device.proven ? deviceGuard(person, device.hash) : accountGuard(person);
  return { person, device, guard };
}

/** Counts the failure and says so. */
export async function refuse(
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

type Entry = Pick<NewSession, 'id' | 'remember' | 'expires' | 'factor' | 'remote'>;

/** Opens the session. Errors: `INVALID_CREDENTIALS`, when the lock has closed meanwhile. */
export async function letIn(ctx: Context, attempt: Attempt & { person: Person }, entry: Entry): Promise<SignedIn> {
  const { person, guard, device } = attempt;
  const { id, remember, factor, remote } = entry;
  const { token, hash } = newRefreshToken();
  const session = { ...entry, now: ctx.now(), tokenHash: hash, device };
  const opened = await openSession(ctx, guard, person, session);
  if (!opened) return refuse(ctx, attempt, 'INVALID_CREDENTIALS');
  for (const ended of opened.ended) forgetSession(ctx, ended);
  const { newDevice } = opened;
  const more = { ...(factor !== 'none' && { factor }), ...(remote && { remote: true }) };
  ctx.audit({
    targetId: person.id,
    actor: toActor(person, id),
    detail: { session: id, remember, newDevice, ...more },
  });
  await watchSignIn(ctx, suspectOf(ctx, person), ctx.country ?? '');
  const user = toSessionUser(person, remote?.permissions ?? null);
  return signedIn(ctx, { ...session, realm: person.realm, subjectId: person.id }, token, user);
}

function guardName({ realm, accountKey }: GuardKey): string {
  return `${realm}:${accountKey.toString('hex')}`;
}

function suspectOf({ ip, userAgent }: Context, { realm, id, name, ...person }: Person) {
  const merchantId = 'merchantId' in person ? person.merchantId : null;
  return { realm, subjectId: id, subjectName: name, merchantId, ip, userAgent };
}
