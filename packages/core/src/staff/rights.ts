import { mergeGrants } from '../kernel/access.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { goesBeyond } from './guard-rules.ts';
import { allRoles } from './role-store.ts';
import type { StaffRow } from './store.ts';

/**
 * Roles that may be given by this actor. Who may only manage people can't give what they don't have themselves; who manages roles can.
 * Errors: `ROLE_NOT_FOUND`, `RIGHTS_BEYOND_OWN`.
 */
export async function requireGivable(ctx: Context, codes: readonly string[]): Promise<void> {
  const known = new Map((await allRoles(ctx)).map((role) => [role.code, role]));
  const roles = codes.map((code) => {
    const role = known.get(code);
    if (!role) throw appError('ROLE_NOT_FOUND', { role: code });
    return role;
  });
  if (ctx.actor.kind !== 'staff' || ctx.actor.grants['role:manage'] === 'all') return;
  if (goesBeyond(mergeGrants(roles.map(({ grants }) => grants)), ctx.actor.grants)) throw appError('RIGHTS_BEYOND_OWN');
}

/** Errors: `LAST_SYSTEM_ADMIN`, when without `leaving` nobody who can sign in is system admin. */
export function requireAnotherAdmin(staff: readonly StaffRow[], leaving: number): void {
  const remains = staff.some(
    ({ id, status, roles }) => id !== leaving && status === 'ACTIVE' && roles.includes('SYSTEM_ADMIN'),
  );
  if (!remains) throw appError('LAST_SYSTEM_ADMIN');
}

/** Errors: `OWN_RIGHTS`, when the actor is the one to be changed. */
export function requireSomebodyElse({ actor }: Pick<Context, 'actor'>, id: number): void {
  if (actor.kind === 'staff' && actor.id === id) throw appError('OWN_RIGHTS');
}

/** The person among all, within the actor's scope. Errors: `STAFF_NOT_FOUND` (also out of scope, C-263). */
export function inScope({ actor, scope }: Pick<Context, 'actor' | 'scope'>, staff: readonly StaffRow[], id: number) {
  const found = staff.find((one) => one.id === id);
  const visible =
    scope === 'all' ||
    (actor.kind === 'staff' &&
      (actor.id === id || (scope === 'team' && actor.teamId !== null && found?.teamId === actor.teamId)));
  if (!found || !visible) throw appError('STAFF_NOT_FOUND');
  return found;
}

/** Who may only work within a team can't put anybody into another. Errors: `TEAM_NOT_FOUND`. */
export function requireOwnTeam({ actor, scope }: Pick<Context, 'actor' | 'scope'>, teamId: number | null): void {
  if (scope === 'all') return;
  if (actor.kind !== 'staff' || teamId === null || actor.teamId !== teamId) throw appError('TEAM_NOT_FOUND');
}

/** Accounts come by invitation where staff sign in here, and by themselves where the operator's own service lets them in. Errors: `SIGN_IN_ELSEWHERE`. */
export function requireLocalSignIn({ ports }: Pick<Context, 'ports'>): void {
  if (ports.staffSignIn.mode === 'REMOTE') throw appError('SIGN_IN_ELSEWHERE');
}

/** Name and roles of somebody whom that service lets in are its to say, at each sign-in. Errors: `SIGN_IN_ELSEWHERE`. */
export function requireOurs(
  person: StaffRow,
  { name, roles }: { name?: string | undefined; roles?: readonly string[] | undefined },
): void {
  if (person.externalId === null) return;
  const renamed = name !== undefined && name !== person.name;
  const moved = roles !== undefined && [...roles].sort().join() !== [...person.roles].sort().join();
  if (renamed || moved) throw appError('SIGN_IN_ELSEWHERE');
}
