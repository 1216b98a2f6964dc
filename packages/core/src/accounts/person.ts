import { permissionsOf, ROLES, type Role } from '../kernel/access.ts';
import type { Actor } from '../kernel/actor.ts';
import { asLocale } from '../kernel/locale.ts';
import type { Realm, SessionUser } from './model.ts';

/** Whoever can sign in: a merchant's owner or a person of the operator. */
export interface Person {
  realm: Realm;
  id: number;
  name: string;
  companyName: string | null;
  passwordHash: string;
  status: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED' | 'DISABLED';
  locale: string;
  /** Comma-separated role names, as stored. */
  roles: string;
}

/**
 * A suspended merchant may sign in and look; PENDING, CLOSED and disabled staff may not, and get the same
 * answer as a wrong password: anything else would tell a stranger with a guessed password that he guessed right.
 */
export function maySignIn(person: Person): boolean {
  return person.status === 'ACTIVE' || person.status === 'SUSPENDED';
}

export function rolesOf(person: Person): Role[] {
  const names = person.roles.split(',');
  return ROLES.filter((role) => names.includes(role));
}

export function toActor(person: Person, sessionId: string): Exclude<Actor, { kind: 'anonymous' | 'system' }> {
  const { id, name } = person;
  if (person.realm === 'staff') return { kind: 'staff', id, name, roles: rolesOf(person), sessionId };
  const merchantStatus = person.status === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE';
  return { kind: 'merchant', id, merchantId: id, name, roles: ['MERCHANT'], sessionId, merchantStatus };
}

export function toSessionUser(person: Person): SessionUser {
  const roles = rolesOf(person);
  return {
    id: person.id,
    realm: person.realm,
    roles,
    permissions: permissionsOf(roles),
    name: person.name,
    locale: asLocale(person.locale),
    companyName: person.companyName,
    suspended: person.status === 'SUSPENDED',
  };
}
