import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { Done, StaffId } from './model.ts';
import { inScope, requireGivable } from './rights.ts';
import { changeStaff, lockStaff } from './store.ts';

/** Lets somebody in again with the password and roles of before; repeating it is no error. */
export const enableStaff = command('staff.enable', {
  permission: 'staff:manage',
  summary: 'Lets a disabled person of the operator sign in again.',
  input: StaffId,
  output: Done,
}).run(async (ctx, { id }) => {
  const person = inScope(ctx, await lockStaff(ctx), id);
  await requireGivable(ctx, person.roles);
  ctx.audit({ targetType: 'staff', targetId: id, detail: { old: person.status, new: 'ACTIVE' } });
  if (person.status === 'INVITED') throw appError('STAFF_STATE', { status: person.status });
  if (person.status === 'DISABLED') await changeStaff(ctx, id, { status: 'ACTIVE' }, ctx.now());
  return { done: true };
});
