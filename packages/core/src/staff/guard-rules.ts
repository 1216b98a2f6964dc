import { type Grants, mergeGrants, PERMISSIONS, type Permission, SCOPES } from '../kernel/access.ts';

/** What the role of system admins can't lose: without them nobody could give anything back. */
export const KEPT_BY_SYSTEM_ADMIN = [
  'role:view',
  'role:manage',
  'staff:view',
  'staff:manage',
] as const satisfies readonly Permission[];

/** Whether two sets of grants are the same, permission by permission. */
export function sameGrants(a: Grants, b: Grants): boolean {
  return PERMISSIONS.every((permission) => a[permission] === b[permission]);
}

/** Whether `wanted` goes beyond `own`, by a permission or by a scope. */
export function goesBeyond(wanted: Grants, own: Grants): boolean {
  const width = (grants: Grants, permission: Permission) => {
    const scope = grants[permission];
    return scope === undefined ? -1 : SCOPES.indexOf(scope);
  };
  return PERMISSIONS.some((permission) => width(wanted, permission) > width(own, permission));
}

export function keepsSystem(code: string, grants: Grants): boolean {
  return code !== 'SYSTEM_ADMIN' || KEPT_BY_SYSTEM_ADMIN.every((permission) => grants[permission] === 'all');
}

/**
 * "Never your own rights": what the actor's roles grant together has to be the same after a change of one of them; neither more nor less.
 * `others`: what the actor's other roles grant.
 */
export function leavesOwnRights(before: Grants, after: Grants, others: readonly Grants[]): boolean {
  return sameGrants(mergeGrants([before, ...others]), mergeGrants([after, ...others]));
}
