import { DEFAULT_GRANTS, type Grants, type MerchantRole, permissionsOf } from '../kernel/access.ts';
import type { Actor } from '../kernel/actor.ts';
import { asLocale } from '../kernel/locale.ts';
import type { MerchantStatus } from '../merchants/model.ts';
import type { SessionUser } from './model.ts';

interface Anyone {
  id: number;
  name: string;
  email: string;
  /** Null until the invitation has been accepted. */
  passwordHash: string | null;
  locale: string;
  totpSecretEnc: Buffer | null;
  totpEnabledTime: Date | null;
}

export interface MerchantPerson extends Anyone {
  realm: 'merchant';
  merchantId: number;
  companyName: string;
  role: MerchantRole;
  status: 'INVITED' | 'ACTIVE' | 'DISABLED';
  merchantStatus: MerchantStatus;
}

export interface StaffPerson extends Anyone {
  realm: 'staff';
  roles: string[];
  status: 'INVITED' | 'ACTIVE' | 'DISABLED';
  teamId: number | null;
  grants: Grants;
  /** One of the roles asks for a second factor. */
  totpRequired: boolean;
}

/** Whoever can sign in: a user of a merchant or a person of the operator. */
export type Person = MerchantPerson | StaffPerson;

/**
 * A suspended merchant may sign in and look; PENDING, CLOSED and disabled or not yet arrived people may not, and
 * get the same answer as a wrong password: anything else would tell a stranger with a guessed password that he guessed right.
 */
export function maySignIn(person: Person): boolean {
  if (person.status !== 'ACTIVE' || person.passwordHash === null) return false;
  return person.realm === 'staff' || person.merchantStatus === 'ACTIVE' || person.merchantStatus === 'SUSPENDED';
}

export function hasTotp(person: Person): boolean {
  return person.totpEnabledTime !== null;
}

export function grantsOf(person: Person): Grants {
  return person.realm === 'staff' ? person.grants : DEFAULT_GRANTS[person.role];
}

/** `MERCHANT` first: what programs that know nothing of colleagues look for. */
export function rolesOf(person: Person): string[] {
  return person.realm === 'staff' ? person.roles : ['MERCHANT', person.role];
}

function mustSetUpTotp(person: Person): boolean {
  return person.realm === 'staff' && person.totpRequired && !hasTotp(person);
}

export function toActor(person: Person, sessionId: string): Exclude<Actor, { kind: 'anonymous' | 'system' }> {
  const { id, name } = person;
  const grants = grantsOf(person);
  if (person.realm === 'staff') {
    const { roles, teamId } = person;
    return { kind: 'staff', id, name, roles, teamId, grants, sessionId, mustSetUpTotp: mustSetUpTotp(person) };
  }
  const { merchantId, role } = person;
  const merchantStatus = person.merchantStatus === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE';
  return { kind: 'merchant', id, merchantId, name, role, grants, sessionId, merchantStatus };
}

export function toSessionUser(person: Person): SessionUser {
  return {
    id: person.id,
    realm: person.realm,
    roles: rolesOf(person),
    permissions: permissionsOf(grantsOf(person)),
    name: person.name,
    email: person.email,
    locale: asLocale(person.locale),
    merchantId: person.realm === 'merchant' ? person.merchantId : null,
    companyName: person.realm === 'merchant' ? person.companyName : null,
    suspended: person.realm === 'merchant' && person.merchantStatus === 'SUSPENDED',
    totpEnabled: hasTotp(person),
    mustSetUpTotp: mustSetUpTotp(person),
  };
}
