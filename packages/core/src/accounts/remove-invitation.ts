import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ownColleague } from './colleague.ts';
import { deleteInvited } from './colleague-store.ts';
import { closeLinks } from './link-store.ts';
import { ColleagueInput, Done } from './model.ts';

/** Withdraws an invitation nobody has accepted; its link ends. Errors: `COLLEAGUE_NOT_FOUND`, `COLLEAGUE_STATE`. */
export const removeInvitation = command('colleagues.remove', {
  permission: 'colleague:manage',
  summary: 'Withdraws an invitation that was not accepted yet.',
  input: ColleagueInput,
  output: Done,
}).run(async (ctx, { id }) => {
  const { status } = await ownColleague(ctx, id);
  if (status !== 'INVITED') throw appError('COLLEAGUE_STATE');
  await closeLinks(ctx, { realm: 'merchant', subjectId: id }, ['INVITE'], ctx.now());
  await deleteInvited(ctx, id);
  return { done: true };
});
