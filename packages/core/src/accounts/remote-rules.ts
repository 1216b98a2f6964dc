import { createHash } from 'node:crypto';
import { type Grants, isStaffRole, PERMISSIONS, type StaffRole } from '../kernel/access.ts';
import { SECOND } from '../kernel/time.ts';
import type { RemoteUser } from '../ports/staff-sign-in.ts';
import { normalizeEmail } from './identifier.ts';

/** C-252: what the service has said counts for 60 s at most: these 55, and 5 more in a process that has just read it. */
export const CONFIRMED_FOR = 55 * SECOND;
/** It is asked again a little earlier, so that nobody's work waits for it. */
export const ASK_AFTER = 50 * SECOND;
/** … and while it doesn't answer, not at every request. */
export const ASK_AGAIN_AFTER = 5 * SECOND;

/** The service's roles that we have, and those we don't: these grant nothing. */
export function readRoles(names: readonly string[]): { roles: StaffRole[]; unknown: string[] } {
  const given = [...new Set(names)];
  return { roles: given.filter(isStaffRole), unknown: given.filter((name) => !isStaffRole(name)) };
}

/**
 * Roles grant; the service's list can only take away. Of a resource the list names (`customer:view`), only what it names stays; of one it
 * never names it knows nothing, and the roles hold. Names we don't have change nothing. Null: nothing was said.
 */
export function narrow(grants: Grants, named: readonly string[] | null): Grants {
  if (named === null) return grants;
  const known = new Set<string>(PERMISSIONS);
  const kept = new Set(named.filter((name) => known.has(name)));
  const spoken = new Set([...kept].map(resourceOf));
  return Object.fromEntries(
    Object.entries(grants).filter(([permission]) => kept.has(permission) || !spoken.has(resourceOf(permission))),
  );
}

function resourceOf(permission: string): string {
  return permission.split(':')[0] ?? '';
}

/** How a name is compared: for the lock and for finding who signed in by it before. */
export function normalizeUsername(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase().slice(0, 100);
}

/** The service names no address. One that can't exist (RFC 2606) stands in for it, and nothing is mailed there. */
export function placeholderEmail({ id }: Pick<RemoteUser, 'id'>): string {
  return `${createHash('sha256').update(id).digest('hex').slice(0, 24)}@staff.invalid`;
}

export function isPlaceholder(email: string): boolean {
  return email.endsWith('@staff.invalid');
}

/** A name that is an address is one. */
export function emailOf(user: RemoteUser): string {
  const name = normalizeEmail(user.username);
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name) && name.length <= 100 ? name : placeholderEmail(user);
}

/** What screens show as somebody's address: the name at the service where there is none. */
export function shownAddress({ email, username }: { email: string; username: string | null }): string {
  return isPlaceholder(email) ? (username ?? '') : email;
}
