import { DEFAULT_GRANTS, type Grants, isStaffRole, mergeGrants, PERMISSIONS, SCOPES } from '../kernel/access.ts';
import type { Context } from '../kernel/context.ts';

type Reads = Pick<Context, 'db'>;

/** What the roles grant together, as changed by system admins, and whether one of them asks for a second factor. */
export async function staffGrants(
  { db }: Reads,
  roles: readonly string[],
): Promise<{ grants: Grants; totpRequired: boolean }> {
  if (roles.length === 0) return { grants: {}, totpRequired: false };
  const changed = await db
    .selectFrom('staffRoles')
    .select(['code', 'grants', 'requireTotp'])
    .where('code', 'in', [...roles])
    .execute();
  const known = new Map(changed.map((row) => [row.code, row]));
  const grants = roles.map((role) => {
    const row = known.get(role);
    if (row) return readGrants(row.grants);
    return isStaffRole(role) ? DEFAULT_GRANTS[role] : {};
  });
  return { grants: mergeGrants(grants), totpRequired: changed.some((row) => row.requireTotp === 1) };
}

/** Stored grants; what this version doesn't know is left out, so that a permission that was removed grants nothing. */
export function readGrants(json: unknown): Grants {
  const stored = (typeof json === 'string' ? JSON.parse(json) : json) as Record<string, unknown>;
  return Object.fromEntries(
    PERMISSIONS.flatMap((permission) => {
      const scope = SCOPES.find((one) => one === stored[permission]);
      return scope ? [[permission, scope]] : [];
    }),
  );
}
