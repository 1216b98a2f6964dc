import type { Actor } from '../kernel/actor.ts';
import type { Core } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { SECOND } from '../kernel/time.ts';
import { maySignIn, toActor } from './person.ts';
import { findPerson } from './person-store.ts';
import { standingOf } from './remote-standing.ts';
import { isLive } from './session-rules.ts';
import { findSession, revokeSession } from './session-store.ts';

type SignedInActor = Exclude<Actor, { kind: 'anonymous' | 'system' }>;
interface Known {
  readAt: number;
  actor: Promise<SignedInActor | undefined>;
}

/** A revoked session or a suspended merchant is noticed after this long at the latest; at once in the process that did it. */
const FRESH_FOR = 5 * SECOND;
const KEPT_AT_MOST = 10_000;
const caches = new WeakMap<object, Map<string, Known>>();

/**
 * The person behind an access token, for the doors: the token is checked each time, the session and the person at most every five
 * seconds. Errors: `UNAUTHENTICATED` (not a valid token of ours now), `SESSION_ENDED` (signed out, expired, or no longer allowed in).
 */
export async function resolveActor(core: Core, accessToken: string): Promise<SignedInActor> {
  const now = core.now();
  const claims = await core.ports.tokens.verify(accessToken, now);
  if (!claims) throw appError('UNAUTHENTICATED');
  const actor = await known(core, claims.sessionId, now);
  if (!actor || actor.kind !== claims.realm || actor.id !== claims.subject) throw appError('SESSION_ENDED');
  return actor;
}

function known(core: Core, sessionId: string, now: Date): Promise<SignedInActor | undefined> {
  const cache = caches.get(core.ports) ?? new Map<string, Known>();
  caches.set(core.ports, cache);
  const found = cache.get(sessionId);
  if (found && Math.abs(now.getTime() - found.readAt) < FRESH_FOR) return found.actor;
  if (cache.size >= KEPT_AT_MOST) cache.clear();
  const entry: Known = { readAt: now.getTime(), actor: read(core, sessionId, now) };
  cache.set(sessionId, entry);
  entry.actor.catch(() => {
    if (cache.get(sessionId) === entry) cache.delete(sessionId);
  });
  return entry.actor;
}

async function read(core: Core, sessionId: string, now: Date): Promise<SignedInActor | undefined> {
  const session = await findSession(core, sessionId);
  if (!session || !isLive(session, now)) return undefined;
  const person = await findPerson(core, session.realm, session.subjectId);
  if (!person || !maySignIn(person)) return undefined;
  const standing = await standingOf(core, session, person);
  if (standing) return toActor(person, sessionId, standing);
  await revokeSession(core, sessionId, 'SIGN_IN_SERVICE', now);
  return undefined;
}

/** This process reads the session again at its next request. */
export function forgetSession(core: Pick<Core, 'ports'>, sessionId: string): void {
  caches.get(core.ports)?.delete(sessionId);
}
