import { DEFAULT_GRANTS, isStaffRole } from '../kernel/access.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { requireChangeable, roleAsRead } from './change-role.ts';
import { Done, RoleVersion } from './model.ts';
import { writeRole } from './role-store.ts';

/** Gives a built-in role back what it came with; whether it asks for a second factor stays. Errors as for `roles.update`. */
export const resetRole = command('roles.reset', {
  permission: 'role:manage',
  summary: 'Gives a built-in role back the rights it came with.',
  input: RoleVersion,
  output: Done,
}).run(async (ctx, { code, version }) => {
  if (!isStaffRole(code)) throw appError('ROLE_NOT_FOUND');
  const role = await roleAsRead(ctx, code, version);
  const grants = DEFAULT_GRANTS[code];
  await requireChangeable(ctx, role, grants);
  if (role.version > 0) await writeRole(ctx, { ...role, grants });
  ctx.audit({ targetType: 'role', targetId: code, detail: { old: { grants: role.grants }, new: { grants } } });
  return { done: true };
});
