import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { after, SECOND } from '../kernel/time.ts';
import type { AuthService, AuthTag, RemoteUser } from '../ports/staff-sign-in.ts';
import { guardIsLocked } from './guard-store.ts';
import type { SignedIn } from './model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { maySignIn, type Person } from './person.ts';
import { findPerson } from './person-store.ts';
import { normalizeUsername, readRoles } from './remote-rules.ts';
import { keepShadow, remoteTokenPlace, staffNamed } from './remote-store.ts';
import { sessionEnd } from './session-rules.ts';
import { attemptOf, letIn, refuse } from './sign-in-attempt.ts';

/**
 * Signs staff in at the operator's own service (document 002 §5.1). A wrong password counts and is answered as here; a refusal and a
 * service that doesn't answer count nothing and are said as what they are (C-251). The session is ours, with tokens of ours, and ends
 * with the service's token at the latest.
 */
export async function remoteLogin(
  ctx: Context,
  service: AuthService,
  { account, password, remember }: { account: string; password: string; remember: boolean },
): Promise<SignedIn> {
  const username = normalizeUsername(account);
  const before = await staffNamed(ctx, username);
  const person = before === undefined ? undefined : await findPerson(ctx, 'staff', before);
  const attempt = await attemptOf(ctx, 'staff', person, { kind: 'name', value: username });
  const tag: AuthTag = { subject: `staff:${username}`, requestId: ctx.requestId };

  return oneAtATime(attempt.guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, attempt.guard, ctx.now());
    if (locked) return refuse(ctx, attempt, 'INVALID_CREDENTIALS');
    const answer = await service.signIn(account, password, tag);
    if (answer.kind === 'wrong') return refuse(ctx, attempt, 'INVALID_CREDENTIALS');
    if (answer.kind === 'refused') throw appError('SIGN_IN_REFUSED');
    if (answer.kind === 'away') throw appError('SIGN_IN_SERVICE_AWAY');
    const asked = ctx.now();
    const standing = await service.validate(answer.token, tag);
    if (standing.kind === 'ended') throw appError('SIGN_IN_REFUSED');
    if (standing.kind === 'away') throw appError('SIGN_IN_SERVICE_AWAY');
    const shadow = await shadowOf(ctx, answer.user);
    if (!maySignIn(shadow)) throw appError('SIGN_IN_REFUSED');

    const id = crypto.randomUUID();
    const theirs = after(asked, answer.expiresInSeconds * SECOND);
    const ours = sessionEnd(remember, asked);
    const remote = {
      tokenEnc: ctx.ports.cipher.seal(answer.token, remoteTokenPlace(id)),
      permissions: [...standing.permissions],
      confirmed: asked,
    };
    const expires = theirs < ours ? theirs : ours;
    return letIn(ctx, { ...attempt, person: shadow }, { id, remember, expires, factor: 'none', remote });
  });
}

/** Who it is here, with name and roles as the service says. Errors: `SIGN_IN_REFUSED` (no role that we have). */
async function shadowOf(ctx: Context, user: RemoteUser): Promise<Person> {
  const { roles, unknown } = readRoles(user.roles);
  if (unknown.length > 0)
    ctx.log.warn(
      { user: user.id, roles: unknown },
      'the sign-in service names roles there are not; they grant nothing',
    );
  ctx.audit({ detail: { username: user.username, ...(unknown.length > 0 && { unknownRoles: unknown }) } });
  if (roles.length === 0) throw appError('SIGN_IN_REFUSED');
  const { id, before } = await commit(ctx, (tx) => keepShadow(tx, user, roles, ctx.now()));
  if (!before) ctx.audit({ detail: { newAccount: true } });
  else if (before.roles !== roles.join(','))
    ctx.audit({ before: { roles: before.roles }, after: { roles: roles.join(',') } });
  const person = await findPerson(ctx, 'staff', id);
  if (!person) throw appError('SIGN_IN_REFUSED');
  return person;
}
