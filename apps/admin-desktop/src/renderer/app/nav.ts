import type { Permission } from '@forewarn/core/kernel/access';
import {
  IconBellRinging,
  IconBuildingStore,
  IconCreditCard,
  IconFileAlert,
  IconInbox,
  IconKey,
  IconPlugConnected,
  IconShieldCheck,
  IconShieldExclamation,
  IconShieldLock,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';

/** The pages in the order of the day's work; each shows to those who hold its permission. */
export const PLACES = [
  { name: 'queue', to: '/queue', permission: 'alert:assign', icon: IconInbox },
  { name: 'alerts', to: '/alerts', permission: 'alert:view', icon: IconBellRinging },
  { name: 'deliveries', to: '/deliveries', permission: 'delivery:view', icon: IconFileAlert },
  { name: 'merchants', to: '/merchants', permission: 'merchant:view', icon: IconBuildingStore },
  { name: 'enrolments', to: '/enrolments', permission: 'card:view', icon: IconCreditCard },
  { name: 'staff', to: '/staff', permission: 'staff:view', icon: IconUsers },
  { name: 'roles', to: '/roles', permission: 'role:view', icon: IconUserShield },
  { name: 'credentials', to: '/credentials', permission: 'credential:view', icon: IconKey },
  { name: 'keys', to: '/keys', permission: 'key:view', icon: IconShieldLock },
  { name: 'calls', to: '/calls', permission: 'apilog:view', icon: IconPlugConnected },
  { name: 'audit', to: '/audit', permission: 'audit:view', icon: IconShieldCheck },
  { name: 'security', to: '/security', permission: 'allowlist:view', icon: IconShieldLock },
  { name: 'securityEvents', to: '/security-events', permission: 'security:view', icon: IconShieldExclamation },
] as const satisfies readonly { name: string; to: string; permission: Permission; icon: typeof IconInbox }[];

export type Place = (typeof PLACES)[number];

export function placesFor(permissions: readonly Permission[]): readonly Place[] {
  return PLACES.filter(({ permission }) => permissions.includes(permission));
}
