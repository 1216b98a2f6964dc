import { normalizeEmail } from '../accounts/index.ts';
import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { mailInvitation } from './mail-invitation.ts';
import { StaffId, StaffInvite } from './model.ts';
import { requireGivable, requireLocalSignIn, requireOwnTeam } from './rights.ts';
import { insertInvited } from './store.ts';
import { findTeam } from './team-store.ts';

/** staff accounts come by invitation alone. Errors: `EMAIL_TAKEN`, `ROLE_NOT_FOUND`, `RIGHTS_BEYOND_OWN`, `TEAM_NOT_FOUND`. */
export const inviteStaff = command('staff.invite', {
  permission: 'staff:manage',
  summary: 'Invites somebody of the operator by mail; the code works once, within 72 hours.',
  input: StaffInvite,
  output: StaffId,
}).run(async (ctx, { email, name, roles, teamId = null, locale }) => {
  requireLocalSignIn(ctx);
  await requireGivable(ctx, roles);
  requireOwnTeam(ctx, teamId);
  if (teamId !== null && !(await findTeam(ctx, teamId))) throw appError('TEAM_NOT_FOUND');
  const person = { email: normalizeEmail(email), name, roles, teamId, locale, createdBy: actorRef(ctx.actor) };
  const id = await insertInvited(ctx, person, ctx.now());
  if (id === undefined) throw appError('EMAIL_TAKEN');
  await mailInvitation(ctx, { id, ...person });
  ctx.audit({ targetType: 'staff', targetId: id, detail: { roles, teamId } });
  return { id };
});
