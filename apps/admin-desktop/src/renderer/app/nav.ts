import type { Permission } from '@forewarn/core/kernel/access';
import {
  IconArrowsJoin,
  IconBellRinging,
  IconBuildingStore,
  IconCreditCard,
  IconFileAlert,
  IconInbox,
  IconKey,
  IconMail,
  IconMailCog,
  IconMailForward,
  IconPlugConnected,
  IconShieldCheck,
  IconShieldExclamation,
  IconShieldLock,
  IconTextScan2,
  IconUserShield,
  IconUsers,
  IconWorldCheck,
} from '@tabler/icons-react';

/** The day's work first; then what connects us, who may do what, and what is watched. */
export const GROUPS = ['work', 'connections', 'people', 'security'] as const;
export type PlaceGroup = (typeof GROUPS)[number];

/** The pages, group by group; each shows to those who hold its permission. */
export const PLACES = [
  { name: 'queue', to: '/queue', group: 'work', permission: 'alert:assign', icon: IconInbox },
  { name: 'alerts', to: '/alerts', group: 'work', permission: 'alert:view', icon: IconBellRinging },
  { name: 'descriptors', to: '/descriptors', group: 'work', permission: 'alert:assign', icon: IconTextScan2 },
  { name: 'aliases', to: '/aliases', group: 'work', permission: 'alert:assign', icon: IconArrowsJoin },
  { name: 'merchants', to: '/merchants', group: 'work', permission: 'merchant:view', icon: IconBuildingStore },
  { name: 'enrolments', to: '/enrolments', group: 'work', permission: 'card:view', icon: IconCreditCard },
  { name: 'mails', to: '/mails', group: 'connections', permission: 'mail:view', icon: IconMail },
  { name: 'deliveries', to: '/deliveries', group: 'connections', permission: 'delivery:view', icon: IconFileAlert },
  { name: 'calls', to: '/calls', group: 'connections', permission: 'apilog:view', icon: IconPlugConnected },
  { name: 'credentials', to: '/credentials', group: 'connections', permission: 'credential:view', icon: IconKey },
  {
    name: 'mailTemplates',
    to: '/mail-templates',
    group: 'connections',
    permission: 'template:update',
    icon: IconMailCog,
  },
  { name: 'mailSenders', to: '/mail-senders', group: 'connections', permission: 'smtp:view', icon: IconMailForward },
  { name: 'staff', to: '/staff', group: 'people', permission: 'staff:view', icon: IconUsers },
  { name: 'roles', to: '/roles', group: 'people', permission: 'role:view', icon: IconUserShield },
  {
    name: 'securityEvents',
    to: '/security-events',
    group: 'security',
    permission: 'security:view',
    icon: IconShieldExclamation,
  },
  { name: 'audit', to: '/audit', group: 'security', permission: 'audit:view', icon: IconShieldCheck },
  { name: 'security', to: '/security', group: 'security', permission: 'allowlist:view', icon: IconWorldCheck },
  { name: 'keys', to: '/keys', group: 'security', permission: 'key:view', icon: IconShieldLock },
] as const satisfies readonly {
  name: string;
  to: string;
  group: PlaceGroup;
  permission: Permission;
  icon: typeof IconInbox;
}[];

export type Place = (typeof PLACES)[number];

export function placesFor(permissions: readonly Permission[]): readonly Place[] {
  return PLACES.filter(({ permission }) => permissions.includes(permission));
}
