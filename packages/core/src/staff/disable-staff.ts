import { z } from 'zod';
import { endSessions } from '../accounts/index.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { StaffId } from './model.ts';
import { inScope, requireAnotherAdmin, requireGivable, requireSomebodyElse } from './rights.ts';
import { changeStaff, lockStaff } from './store.ts';

/** Keeps somebody out and ends the sessions at once; repeating it is no error. Errors: `OWN_RIGHTS`, `LAST_SYSTEM_ADMIN`, `RIGHTS_BEYOND_OWN`. */
export const disableStaff = command('staff.disable', {
  permission: 'staff:manage',
  summary: 'Disables one of the operator’s people and ends the sessions at once.',
  input: StaffId.extend({ reason: z.string().trim().min(2).max(500) }),
  output: z.object({ sessionsEnded: z.number().int() }),
}).run(async (ctx, { id, reason }) => {
  const everybody = await lockStaff(ctx);
  const person = inScope(ctx, everybody, id);
  requireSomebodyElse(ctx, id);
  await requireGivable(ctx, person.roles);
  ctx.audit({ targetType: 'staff', targetId: id, detail: { old: person.status, new: 'DISABLED', reason } });
  if (person.status === 'INVITED') throw appError('STAFF_STATE', { status: person.status });
  if (person.status === 'ACTIVE') {
    if (person.roles.includes('SYSTEM_ADMIN')) requireAnotherAdmin(everybody, id);
    await changeStaff(ctx, id, { status: 'DISABLED' }, ctx.now());
  }
  return { sessionsEnded: await endSessions(ctx, 'staff', [id], 'DISABLED') };
});
