import { z } from 'zod';
import { command } from '../kernel/operation.ts';
import { NewTeam } from './model.ts';
import { insertTeam } from './team-store.ts';

/** A team is whose data the scope `team` reaches. Errors: `NAME_TAKEN`. */
export const createTeam = command('teams.create', {
  permission: 'staff:manage',
  summary: 'Makes a team; rights with the scope “team” reach over its people’s data.',
  input: NewTeam,
  output: z.object({ id: z.number().int() }),
}).run(async (ctx, { name }) => {
  const id = await insertTeam(ctx, name, ctx.now());
  ctx.audit({ targetType: 'team', targetId: id, detail: { name } });
  return { id };
});
