import { isStaffRole } from '../kernel/access.ts';
import { command } from '../kernel/operation.ts';
import { requireChangeable, roleAsRead } from './change-role.ts';
import { Done, RoleUpdate } from './model.ts';
import { writeRole } from './role-store.ts';

/**
 * What a role grants, over whose data, and whether it asks for a second factor; people who have it notice within five seconds.
 * Errors: `ROLE_NOT_FOUND`, `CONFLICT`, `ROLE_PROTECTED`, `OWN_RIGHTS`.
 */
export const updateRole = command('roles.update', {
  permission: 'role:manage',
  summary: 'Changes what a role grants and over whose data, and whether it requires a second factor.',
  input: RoleUpdate,
  output: Done,
}).run(async (ctx, { code, name, grants, requireTotp, version }) => {
  const role = await roleAsRead(ctx, code, version);
  ctx.audit({
    targetType: 'role',
    targetId: code,
    detail: {
      old: { grants: role.grants, requireTotp: role.requireTotp },
      new: { grants, requireTotp },
    },
  });
  await requireChangeable(ctx, role, grants);
  const called = isStaffRole(code) ? '' : (name ?? role.name);
  await writeRole(ctx, { code, name: called, grants, requireTotp, version });
  return { done: true };
});
