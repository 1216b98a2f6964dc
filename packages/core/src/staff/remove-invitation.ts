import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { Done, StaffId } from './model.ts';
import { inScope, requireGivable } from './rights.ts';
import { deleteInvited, lockStaff } from './store.ts';

/** Takes back an invitation that nobody has accepted; its code stops working and the address is free again. */
export const removeInvitation = command('staff.removeInvitation', {
  permission: 'staff:manage',
  summary: 'Takes back an invitation that has not been accepted.',
  input: StaffId,
  output: Done,
}).run(async (ctx, { id }) => {
  const person = inScope(ctx, await lockStaff(ctx), id);
  await requireGivable(ctx, person.roles);
  if (person.status !== 'INVITED') throw appError('STAFF_STATE', { status: person.status });
  await deleteInvited(ctx, id);
  ctx.audit({ targetType: 'staff', targetId: id, detail: { email: person.email, roles: person.roles } });
  return { done: true };
});
