import { isStaffRole } from '../kernel/access.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { roleAsRead } from './change-role.ts';
import { Done, RoleVersion } from './model.ts';
import { deleteRole } from './role-store.ts';
import { lockStaff } from './store.ts';

/** Errors: `ROLE_PROTECTED` (built in), `ROLE_IN_USE`, `ROLE_NOT_FOUND`, `CONFLICT`. */
export const removeRole = command('roles.remove', {
  permission: 'role:manage',
  summary: 'Removes a role that was added and that nobody has.',
  input: RoleVersion,
  output: Done,
}).run(async (ctx, { code, version }) => {
  if (isStaffRole(code)) throw appError('ROLE_PROTECTED');
  const role = await roleAsRead(ctx, code, version);
  // Locked, so that nobody is given the role in the same moment.
  const holders = (await lockStaff(ctx)).filter(({ roles }) => roles.includes(code));
  if (holders.length > 0) throw appError('ROLE_IN_USE', { members: holders.length });
  await deleteRole(ctx, code);
  ctx.audit({ targetType: 'role', targetId: code, detail: { old: { name: role.name, grants: role.grants } } });
  return { done: true };
});
