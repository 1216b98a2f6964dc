/** Who may do what: one table. Permissions are `resource:action`; the scope says over whose data. */
export const PERMISSIONS = [
  'profile:view',
  'profile:update',
  'card:view',
  'card:create',
  'card:update',
  'card:delete',
  'card:enrol',
  'alert:view',
  'alert:process',
  'alert:export',
  'alert:assign',
  'delivery:view',
  'delivery:replay',
  'merchant:view',
  'credential:view',
  'credential:update',
  'apilog:view',
  'audit:view',
  'staff:create',
  'key:view',
  'key:rotate',
  'sensitive:view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['MERCHANT', 'PLATFORM_ADMIN', 'SYSTEM_ADMIN', 'SALES'] as const;
export type Role = (typeof ROLES)[number];

/** `own`: the actor's merchant alone; `all`: every merchant. */
export type Scope = 'own' | 'all';

const MERCHANT_OWN: readonly Permission[] = [
  'profile:view',
  'profile:update',
  'card:view',
  'card:create',
  'card:update',
  'card:delete',
  'card:enrol',
  'alert:view',
  'alert:process',
  'alert:export',
];
const PLATFORM_ALL: readonly Permission[] = [
  'card:view',
  'card:create',
  'card:update',
  'card:delete',
  'card:enrol',
  'alert:view',
  'alert:process',
  'alert:export',
  'alert:assign',
  'delivery:view',
  'delivery:replay',
  'merchant:view',
  'apilog:view',
];

/** Document 000 §3.2, the matrix; system configuration is the system admin's alone. */
const GRANTS: Record<Role, { scope: Scope; permissions: readonly Permission[] }> = {
  MERCHANT: { scope: 'own', permissions: MERCHANT_OWN },
  PLATFORM_ADMIN: { scope: 'all', permissions: PLATFORM_ALL },
  SYSTEM_ADMIN: {
    scope: 'all',
    permissions: [
      ...PLATFORM_ALL,
      'credential:view',
      'credential:update',
      'audit:view',
      'staff:create',
      'key:view',
      'key:rotate',
      'sensitive:view',
    ],
  },
  SALES: { scope: 'all', permissions: [] },
};

/** The widest scope in which any of the roles holds the permission; undefined when none does. */
export function scopeOf(roles: readonly Role[], permission: Permission): Scope | undefined {
  let found: Scope | undefined;
  for (const role of roles) {
    const grant = GRANTS[role];
    if (!grant.permissions.includes(permission)) continue;
    if (grant.scope === 'all') return 'all';
    found = 'own';
  }
  return found;
}

export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => scopeOf(roles, permission) !== undefined);
}
