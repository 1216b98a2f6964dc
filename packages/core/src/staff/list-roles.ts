import { z } from 'zod';
import { DEFAULT_GRANTS, isStaffRole } from '../kernel/access.ts';
import { query } from '../kernel/operation.ts';
import { sameGrants } from './guard-rules.ts';
import { StaffRoleView } from './model.ts';
import { allRoles, membersByRole } from './role-store.ts';

export const listRoles = query('roles.list', {
  permission: 'role:view',
  summary: 'Lists the roles with what each grants, over whose data, and how many people have it.',
  input: z.object({}),
  output: z.array(StaffRoleView),
}).run(async (ctx) => {
  const [roles, members] = await Promise.all([allRoles(ctx), membersByRole(ctx)]);
  return roles.map((role) => ({
    ...role,
    builtIn: isStaffRole(role.code),
    changed: isStaffRole(role.code) && !sameGrants(role.grants, DEFAULT_GRANTS[role.code]),
    members: members.get(role.code) ?? 0,
  }));
});
