import type { Grants } from '../kernel/access.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { keepsSystem, leavesOwnRights } from './guard-rules.ts';
import { allRoles, lockRole, type RoleRow } from './role-store.ts';

/** The role in the version the caller has read, locked. Errors: `ROLE_NOT_FOUND`, `CONFLICT`. */
export async function roleAsRead(ctx: Context, code: string, version: number): Promise<RoleRow> {
  const role = await lockRole(ctx, code);
  if (!role) throw appError('ROLE_NOT_FOUND');
  if (role.version !== version) throw appError('CONFLICT');
  return role;
}

/** Errors: `ROLE_PROTECTED` (what system admins can't lose), `OWN_RIGHTS` (it would change what the actor may). */
export async function requireChangeable(ctx: Context, role: RoleRow, grants: Grants): Promise<void> {
  if (!keepsSystem(role.code, grants)) throw appError('ROLE_PROTECTED');
  const { actor } = ctx;
  if (actor.kind !== 'staff' || !actor.roles.includes(role.code)) return;
  const others = (await allRoles(ctx))
    .filter(({ code }) => code !== role.code && actor.roles.includes(code))
    .map((other) => other.grants);
  if (!leavesOwnRights(role.grants, grants, others)) throw appError('OWN_RIGHTS');
}
