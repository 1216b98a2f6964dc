import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ownColleague, viewColleague } from './colleague.ts';
import { changeUser } from './colleague-store.ts';
import { endSessions } from './end-sessions.ts';
import { Colleague, ColleagueInput } from './model.ts';

/** Shuts a colleague out and ends their sessions; their name stays in histories. Errors: `COLLEAGUE_STATE`, `COLLEAGUE_OWNER`. */
export const disableColleague = command('colleagues.disable', {
  permission: 'colleague:manage',
  summary: 'Disables a colleague; their sessions end at once.',
  input: ColleagueInput,
  output: Colleague,
}).run(async (ctx, { id }) => {
  const { status } = await ownColleague(ctx, id);
  if (status === 'INVITED') throw appError('COLLEAGUE_STATE');
  await changeUser(ctx, id, { status: 'DISABLED' }, ctx.now());
  const sessions = await endSessions(ctx, 'merchant', [id], 'DISABLED');
  ctx.audit({ detail: { sessions } });
  return viewColleague(ctx, id);
});
