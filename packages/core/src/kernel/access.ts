/** Who may do what: one table. Permissions are `resource:action`; the scope says over whose data. `docs/permissions.md` is made from it. */
export const PERMISSIONS = [
  'profile:view',
  'profile:update',
  'colleague:view',
  'colleague:manage',
  'channel:view',
  'channel:manage',
  'rule:view',
  'rule:manage',
  'inbox:view',
  'card:view',
  'card:create',
  'card:update',
  'card:delete',
  'card:enrol',
  'alert:view',
  'alert:process',
  'alert:export',
  'alert:assign',
  'note:view',
  'note:write',
  'notification:view',
  'notification:update',
  'mail:view',
  'mail:resend',
  'report:view',
  'delivery:view',
  'delivery:replay',
  'merchant:view',
  'merchant:create',
  'merchant:status',
  'merchant:unlock',
  'sensitive:view',
  'staff:view',
  'staff:manage',
  'role:view',
  'role:manage',
  'session:view',
  'session:end',
  'security:view',
  'security:config',
  'allowlist:view',
  'allowlist:update',
  'credential:view',
  'credential:update',
  'credential:backup',
  'key:view',
  'key:rotate',
  'apilog:view',
  'audit:view',
  'audit:export',
  'audit:verify',
  'template:update',
  'smtp:view',
  'smtp:update',
  'customer:view',
  'customer:create',
  'customer:update',
  'customer:delete',
  'customer:restore',
  'customer:merge',
  'customer:import',
  'customer:export',
  'customer:assign',
  'lead:view',
  'lead:manage',
  'contact:view',
  'contact:manage',
  'opportunity:view',
  'opportunity:create',
  'opportunity:update',
  'opportunity:stage',
  'opportunity:close',
  'opportunity:delete',
  'quote:view',
  'quote:manage',
  'order:view',
  'order:create',
  'order:update',
  'order:submit',
  'order:approve',
  'order:complete',
  'order:cancel',
  'activity:view',
  'activity:manage',
  'product:view',
  'product:sync',
  'dashboard:view',
  'target:view',
  'target:manage',
  'refdata:manage',
  'pool:claim',
  'pool:manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** `own`: the actor's merchant (or, for staff, the actor's own records); `team`: those of the actor's team; `all`. */
export const SCOPES = ['own', 'team', 'all'] as const;
export type Scope = (typeof SCOPES)[number];
export type Grants = Readonly<Partial<Record<Permission, Scope>>>;

/** Every merchant's user holds `MERCHANT` and one of the four; each is what the one before may, and more. */
export const MERCHANT_ROLES = ['OWNER', 'MANAGER', 'HANDLER', 'VIEWER'] as const;
export type MerchantRole = (typeof MERCHANT_ROLES)[number];

/** The roles a new installation has; system admins may change what they grant and add more (`staff_roles`). */
export const STAFF_ROLES = ['SYSTEM_ADMIN', 'PLATFORM_ADMIN', 'ADMIN', 'SALES_MANAGER', 'SALES'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

function grant(scope: Scope, permissions: readonly Permission[]): Grants {
  return Object.fromEntries(permissions.map((permission) => [permission, scope]));
}

const VIEWER = grant('own', [
  'profile:view',
  'card:view',
  'alert:view',
  'note:view',
  'inbox:view',
  'rule:view',
  'report:view',
  'notification:view',
]);
const HANDLER: Grants = { ...VIEWER, ...grant('own', ['alert:process', 'alert:export', 'note:write']) };
const MANAGER: Grants = {
  ...HANDLER,
  ...grant('own', [
    'card:create',
    'card:update',
    'card:delete',
    'card:enrol',
    'colleague:view',
    'notification:update',
    'channel:view',
    'channel:manage',
    'rule:manage',
  ]),
};
const OWNER: Grants = { ...MANAGER, ...grant('own', ['profile:update', 'colleague:manage']) };

const PLATFORM: Grants = grant('all', [
  'card:view',
  'card:create',
  'card:update',
  'card:delete',
  'card:enrol',
  'alert:view',
  'alert:process',
  'alert:export',
  'alert:assign',
  'report:view',
  'delivery:view',
  'delivery:replay',
  'merchant:view',
  'merchant:create',
  'merchant:status',
  'merchant:unlock',
  'apilog:view',
  'notification:view',
  'mail:view',
  'mail:resend',
  'customer:view',
  'contact:view',
  'lead:view',
  'opportunity:view',
  'quote:view',
  'order:view',
  'activity:view',
  'product:view',
]);
const SYSTEM: Grants = {
  ...PLATFORM,
  ...grant('all', [
    'sensitive:view',
    'staff:view',
    'staff:manage',
    'role:view',
    'role:manage',
    'session:view',
    'session:end',
    'security:view',
    'security:config',
    'allowlist:view',
    'allowlist:update',
    'credential:view',
    'credential:update',
    'credential:backup',
    'key:view',
    'key:rotate',
    'audit:view',
    'audit:export',
    'audit:verify',
    'template:update',
    'smtp:view',
    'smtp:update',
    'notification:update',
  ]),
};

/** What sales work with (document 002 §6.1, C-262); the same acts, over more and more of the data. */
const SELLING: readonly Permission[] = [
  'customer:view',
  'customer:create',
  'customer:update',
  'lead:view',
  'lead:manage',
  'contact:view',
  'contact:manage',
  'opportunity:view',
  'opportunity:create',
  'opportunity:update',
  'opportunity:stage',
  'opportunity:close',
  'quote:view',
  'quote:manage',
  'order:view',
  'order:create',
  'order:update',
  'order:submit',
  'activity:view',
  'activity:manage',
  'report:view',
  'dashboard:view',
  'target:view',
];
const MANAGING: readonly Permission[] = [
  'customer:assign',
  'customer:export',
  'customer:delete',
  'opportunity:delete',
  'order:approve',
  'order:complete',
  'order:cancel',
  'target:manage',
  'pool:manage',
];
const RUNNING: readonly Permission[] = [
  'customer:merge',
  'customer:restore',
  'customer:import',
  'product:sync',
  'refdata:manage',
];

/**
 * Document 000 §3.2, the matrix, and document 002 §6.1. Where 000 §3.1 and §3.2 differ, the matrix holds: system configuration is the
 * system admin's alone, unless a permission is granted expressly.
 */
export const DEFAULT_GRANTS: Record<MerchantRole | StaffRole, Grants> = {
  OWNER,
  MANAGER,
  HANDLER,
  VIEWER,
  PLATFORM_ADMIN: PLATFORM,
  SYSTEM_ADMIN: SYSTEM,
  SALES: { ...grant('own', SELLING), 'product:view': 'all', 'pool:claim': 'all' },
  SALES_MANAGER: { ...grant('team', [...SELLING, ...MANAGING]), 'product:view': 'all', 'pool:claim': 'all' },
  ADMIN: { ...grant('all', [...SELLING, ...MANAGING, ...RUNNING]), 'product:view': 'all', 'pool:claim': 'all' },
};

/** What several roles grant together: of each permission the widest scope. */
export function mergeGrants(all: readonly Grants[]): Grants {
  const merged: Partial<Record<Permission, Scope>> = {};
  for (const grants of all) {
    for (const permission of PERMISSIONS) {
      const scope = grants[permission];
      if (scope === undefined) continue;
      const known = merged[permission];
      if (known === undefined || SCOPES.indexOf(scope) > SCOPES.indexOf(known)) merged[permission] = scope;
    }
  }
  return merged;
}

export function permissionsOf(grants: Grants): Permission[] {
  return PERMISSIONS.filter((permission) => grants[permission] !== undefined);
}

export function isStaffRole(role: string): role is StaffRole {
  return STAFF_ROLES.some((known) => known === role);
}
