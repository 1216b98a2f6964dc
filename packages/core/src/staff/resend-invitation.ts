import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { mailInvitation } from './mail-invitation.ts';
import { Done, StaffId } from './model.ts';
import { inScope, requireLocalSignIn } from './rights.ts';
import { lockStaff } from './store.ts';

/** A new code for somebody who hasn't accepted yet; the one before stops working. */
export const resendInvitation = command('staff.resendInvitation', {
  permission: 'staff:manage',
  summary: 'Mails a new code to somebody who has not accepted the invitation yet.',
  input: StaffId,
  output: Done,
}).run(async (ctx, { id }) => {
  requireLocalSignIn(ctx);
  const person = inScope(ctx, await lockStaff(ctx), id);
  if (person.status !== 'INVITED') throw appError('STAFF_STATE', { status: person.status });
  await mailInvitation(ctx, person);
  ctx.audit({ targetType: 'staff', targetId: id });
  return { done: true };
});
