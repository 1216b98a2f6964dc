import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ownColleague, viewColleague } from './colleague.ts';
import { mailInvitation } from './invitation.ts';
import { Colleague, ColleagueInput } from './model.ts';
import { findUser } from './person-store.ts';

/** A fresh link; the one before ends. Errors: `COLLEAGUE_NOT_FOUND`, `COLLEAGUE_STATE`, `TOO_MANY_REQUESTS` (five an hour). */
export const resendInvitation = command('colleagues.resend', {
  permission: 'colleague:manage',
  summary: 'Mails an open invitation again with a fresh link.',
  input: ColleagueInput,
  output: Colleague,
}).run(async (ctx, { id }) => {
  const { status } = await ownColleague(ctx, id);
  const person = await findUser(ctx, id);
  if (!person || status !== 'INVITED') throw appError('COLLEAGUE_STATE');
  if (!(await mailInvitation(ctx, person))) throw appError('TOO_MANY_REQUESTS');
  return viewColleague(ctx, id);
});
