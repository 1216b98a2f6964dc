import { z } from 'zod';
import { PERMISSIONS, type Permission, SCOPES, type Scope } from '../kernel/access.ts';
import { LOCALES } from '../kernel/locale.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

export const STAFF_STATUSES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

/** `SALES_EAST`: letters, digits and underscores, so that it can stand in lists and addresses. */
export const RoleCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,38}$/);
const Name = z.string().trim().min(1).max(100);
const Id = z.coerce.number<number | string>().int().positive();
const Roles = z
  .array(RoleCode)
  .min(1)
  .max(10)
  .refine((codes) => new Set(codes).size === codes.length);

export const StaffId = z.object({ id: Id });
export const StaffListInput = PageInput.extend({
  keyword: z.string().trim().max(100).optional(),
  status: z.enum(STAFF_STATUSES).optional(),
  role: RoleCode.optional(),
  teamId: Id.optional(),
});

export const StaffMember = z.object({
  id: z.number().int(),
  name: z.string(),
  /** The name at the operator's own sign-in service where that names no address. */
  email: z.string(),
  /** Signs in at that service, which also says name and roles. */
  external: z.boolean(),
  roles: z.array(z.string()),
  status: z.enum(STAFF_STATUSES),
  teamId: z.number().int().nullable(),
  teamName: z.string().nullable(),
  totpEnabled: z.boolean(),
  createdTime: Instant,
  lastLoginTime: Instant.nullable(),
  version: z.number().int(),
});
export type StaffMember = z.output<typeof StaffMember>;
export const StaffPage = pageOf(StaffMember);

export const StaffInvite = z.object({
  email: z.email().trim().max(100),
  name: Name,
  roles: Roles,
  teamId: Id.nullish(),
  locale: z.enum(LOCALES).default('zh-CN'),
});
export const StaffUpdate = StaffId.extend({
  name: Name.optional(),
  roles: Roles.optional(),
  teamId: Id.nullable().optional(),
  /** As read; somebody else's change in between answers `CONFLICT`. */
  version: z.number().int(),
});

/** 256 random bits, as `createLink` writes them. */
export const InvitationCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{43}$/);
export const Invitation = z.object({ email: z.string(), name: z.string(), roles: z.array(z.string()) });

export const Team = z.object({ id: z.number().int(), name: z.string(), members: z.number().int() });
export const NewTeam = z.object({ name: Name });
export const TeamRename = NewTeam.extend({ id: Id });

/** Records that belong to somebody of staff, so that `own` and `team` mean something (C-263). */
const OWNED = [
  'customer',
  'lead',
  'contact',
  'opportunity',
  'quote',
  'order',
  'activity',
  'report',
  'dashboard',
  'target',
  'staff',
  'pool',
];
const OF_MERCHANTS = ['profile', 'colleague'];

/** The scopes a permission can be given to staff with: everything else reaches over all or isn't given; none for merchants' own. */
export function scopesOf(permission: Permission): readonly Scope[] {
  const [resource = ''] = permission.split(':');
  if (OF_MERCHANTS.includes(resource)) return [];
  return OWNED.includes(resource) ? SCOPES : ['all'];
}

export const GrantsInput = z.partialRecord(z.enum(PERMISSIONS), z.enum(SCOPES)).refine((grants) =>
  PERMISSIONS.every((permission) => {
    const scope = grants[permission];
    return scope === undefined || scopesOf(permission).includes(scope);
  }),
);
export const StaffRoleView = z.object({
  code: z.string(),
  /** Empty for built-in roles: their names are the screens' own words. */
  name: z.string(),
  builtIn: z.boolean(),
  grants: z.partialRecord(z.enum(PERMISSIONS), z.enum(SCOPES)),
  requireTotp: z.boolean(),
  /** A built-in role that grants something else than it came with. */
  changed: z.boolean(),
  members: z.number().int(),
  /** 0: a built-in role nobody has changed. */
  version: z.number().int(),
});
export type StaffRoleView = z.output<typeof StaffRoleView>;
export const NewRole = z.object({
  code: RoleCode,
  name: Name,
  grants: GrantsInput,
  requireTotp: z.boolean().default(false),
});
export const RoleUpdate = z.object({
  code: RoleCode,
  name: Name.optional(),
  grants: GrantsInput,
  requireTotp: z.boolean(),
  version: z.number().int(),
});
export const RoleVersion = z.object({ code: RoleCode, version: z.number().int() });
export const Done = z.object({ done: z.literal(true) });
