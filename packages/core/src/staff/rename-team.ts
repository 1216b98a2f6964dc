import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { Done, TeamRename } from './model.ts';
import { findTeam, renameTeamRow } from './team-store.ts';

/** Errors: `TEAM_NOT_FOUND`, `NAME_TAKEN`. */
export const renameTeam = command('teams.rename', {
  permission: 'staff:manage',
  summary: 'Gives a team another name.',
  input: TeamRename,
  output: Done,
}).run(async (ctx, { id, name }) => {
  const team = await findTeam(ctx, id);
  if (!team) throw appError('TEAM_NOT_FOUND');
  await renameTeamRow(ctx, id, name);
  ctx.audit({ targetType: 'team', targetId: id, detail: { old: team.name, new: name } });
  return { done: true };
});
