import { command } from '../kernel/operation.ts';
import { ownColleague, viewColleague } from './colleague.ts';
import { changeUser } from './colleague-store.ts';
import { Colleague, ColleagueRoleInput } from './model.ts';

/** Counts from the colleague's next request on, within seconds. Errors: `COLLEAGUE_NOT_FOUND`, `COLLEAGUE_OWNER`. */
export const changeColleagueRole = command('colleagues.changeRole', {
  permission: 'colleague:manage',
  summary: 'Changes a colleague’s role.',
  input: ColleagueRoleInput,
  output: Colleague,
}).run(async (ctx, { id, role }) => {
  const before = await ownColleague(ctx, id);
  await changeUser(ctx, id, { role }, ctx.now());
  ctx.audit({ detail: { before: before.role, after: role } });
  return viewColleague(ctx, id);
});
