import type { Core } from '../kernel/context.ts';
import type { AuthService } from '../ports/staff-sign-in.ts';
import { isLocalAdmin, type Person } from './person.ts';
import { ASK_AFTER, ASK_AGAIN_AFTER, CONFIRMED_FOR } from './remote-rules.ts';
import { noteConfirmed, readPermissions, remoteTokenPlace, takeTurn } from './remote-store.ts';

/** What the session's row keeps of the service's word. */
export interface RemoteSession {
  id: string;
  remoteTokenEnc: Buffer | null;
  remotePermissions: string | null;
  remoteAskedTime: Date | null;
  remoteConfirmedTime: Date | null;
}

export interface Standing {
  /** False: the service could not be asked lately; reading goes on, changing anything waits. */
  confirmed: boolean;
  /** What the service limits the roles to; null: nothing. */
  permissions: string[] | null;
}

const OURS: Standing = { confirmed: true, permissions: null };

/**
 * Whether a live session may go on, by the way staff sign in now; undefined: it ends. A session of the service's is confirmed by it about
 * once a minute (C-252), by one request of one process; the others go by the session's row meanwhile.
 */
export async function standingOf(core: Core, session: RemoteSession, person: Person): Promise<Standing | undefined> {
  if (person.realm === 'merchant') return OURS;
  const how = core.ports.staffSignIn;
  if (how.mode === 'LOCAL') return session.remoteTokenEnc ? undefined : OURS;
  if (session.remoteTokenEnc) return remoteStanding(core, how.service, session, session.remoteTokenEnc);
  return how.localAdmins && isLocalAdmin(person) ? OURS : undefined;
}

async function remoteStanding(
  core: Core,
  service: AuthService,
  session: RemoteSession,
  sealed: Buffer,
): Promise<Standing | undefined> {
  const now = core.now();
  const { id, remoteAskedTime: asked, remoteConfirmedTime: confirmed } = session;
  const known = {
    confirmed: isWithin(confirmed, CONFIRMED_FOR, now),
    permissions: readPermissions(session.remotePermissions),
  };
  const due = !isWithin(confirmed, ASK_AFTER, now) && !isWithin(asked, ASK_AGAIN_AFTER, now);
  if (!due || !(await takeTurn(core, id, asked, now))) return known;
  const token = openToken(core, id, sealed);
  if (token === undefined) return undefined;
  const answer = await service.validate(token, { subject: `session:${id}`, requestId: crypto.randomUUID() });
  if (answer.kind === 'ended') return undefined;
  if (answer.kind === 'away') return known;
  // From the moment it was asked: what it said afterwards is not known.
  await noteConfirmed(core, id, answer.permissions, now);
  return { confirmed: true, permissions: [...answer.permissions] };
}

/** Undefined when its key is gone: then nobody can say that the session still counts. */
function openToken({ ports, log }: Core, sessionId: string, sealed: Buffer): string | undefined {
  try {
    return ports.cipher.open(sealed, remoteTokenPlace(sessionId)).toString();
  } catch (error) {
    log.error({ err: error, session: sessionId }, 'the token of a session can’t be opened; the session ends');
    return undefined;
  }
}

function isWithin(at: Date | null, span: number, now: Date): boolean {
  return at !== null && Math.abs(now.getTime() - at.getTime()) < span;
}
