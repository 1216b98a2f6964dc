import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ownColleague, viewColleague } from './colleague.ts';
import { changeUser } from './colleague-store.ts';
import { Colleague, ColleagueInput } from './model.ts';

/** Lets a disabled colleague in again, with the password they had. Errors: `COLLEAGUE_STATE`, `COLLEAGUE_NOT_FOUND`. */
export const enableColleague = command('colleagues.enable', {
  permission: 'colleague:manage',
  summary: 'Lets a disabled colleague sign in again.',
  input: ColleagueInput,
  output: Colleague,
}).run(async (ctx, { id }) => {
  const { status } = await ownColleague(ctx, id);
  if (status === 'INVITED') throw appError('COLLEAGUE_STATE');
  await changeUser(ctx, id, { status: 'ACTIVE' }, ctx.now());
  return viewColleague(ctx, id);
});
