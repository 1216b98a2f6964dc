import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { StaffMember, StaffUpdate } from './model.ts';
import {
  inScope,
  requireAnotherAdmin,
  requireGivable,
  requireOurs,
  requireOwnTeam,
  requireSomebodyElse,
} from './rights.ts';
import { changeStaff, findMember, lockStaff } from './store.ts';
import { findTeam } from './team-store.ts';

/**
 * Changes name, roles and team; what isn't sent stays. Takes effect at the person's next request, within five seconds everywhere.
 * Errors: `CONFLICT`, `OWN_RIGHTS` (one's own roles or team), `LAST_SYSTEM_ADMIN`, `RIGHTS_BEYOND_OWN`, `ROLE_NOT_FOUND`, `TEAM_NOT_FOUND`,
 * `SIGN_IN_ELSEWHERE` (name and roles of whom the operator's own sign-in service lets in).
 */
export const updateStaff = command('staff.update', {
  permission: 'staff:manage',
  summary: 'Changes name, roles and team of one of the operator’s people; what isn’t sent stays.',
  input: StaffUpdate,
  output: StaffMember,
}).run(async (ctx, { id, name, roles, teamId, version }) => {
  const everybody = await lockStaff(ctx);
  const person = inScope(ctx, everybody, id);
  if (person.version !== version) throw appError('CONFLICT');
  requireOurs(person, { name, roles });
  if (roles !== undefined || teamId !== undefined) requireSomebodyElse(ctx, id);
  if (roles) {
    // Whoever has more than the actor isn't the actor's to change.
    await requireGivable(ctx, [...new Set([...roles, ...person.roles])]);
    if (person.roles.includes('SYSTEM_ADMIN') && !roles.includes('SYSTEM_ADMIN') && person.status === 'ACTIVE')
      requireAnotherAdmin(everybody, id);
  }
  if (teamId !== undefined) {
    requireOwnTeam(ctx, teamId);
    if (teamId !== null && !(await findTeam(ctx, teamId))) throw appError('TEAM_NOT_FOUND');
  }
  const change = {
    ...(name !== undefined && { name }),
    ...(roles !== undefined && { roles: roles.join(',') }),
    ...(teamId !== undefined && { teamId }),
  };
  await changeStaff(ctx, id, change, ctx.now());
  ctx.audit({
    targetType: 'staff',
    targetId: id,
    detail: {
      old: { roles: person.roles, teamId: person.teamId },
      new: { roles: roles ?? person.roles, teamId: teamId === undefined ? person.teamId : teamId },
    },
  });
  const changed = await findMember(ctx, id);
  if (!changed) throw appError('STAFF_NOT_FOUND');
  return changed;
});
