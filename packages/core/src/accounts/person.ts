import { DEFAULT_GRANTS, type Grants, type MerchantRole, permissionsOf } from '../kernel/access.ts';
import type { Actor } from '../kernel/actor.ts';
import { asLocale } from '../kernel/locale.ts';
import type { MerchantStatus } from '../merchants/model.ts';
import type { SessionUser } from './model.ts';
import { narrow, shownAddress } from './remote-rules.ts';

interface Anyone {
  id: number;
  name: string;
  email: string;
  /** Null until the invitation has been accepted, and for whom the operator's own service lets in. */
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
  /** Their id and name at the operator's own sign-in service; null for accounts of ours. */
  externalId: string | null;
  username: string | null;
  createdBy: string;
}

/** Whoever can sign in: a user of a merchant or a person of the operator. */
export type Person = MerchantPerson | StaffPerson;

/**
 * A suspended merchant may sign in and look; PENDING, CLOSED and disabled or not yet arrived people may not, and
 * get the same answer as a wrong password: anything else would tell a stranger with a guessed password that he guessed right.
 */
export function maySignIn(person: Person): boolean {
  if (person.status !== 'ACTIVE' || (person.passwordHash === null && !isExternal(person))) return false;
  return person.realm === 'staff' || person.merchantStatus === 'ACTIVE' || person.merchantStatus === 'SUSPENDED';
}

/** Whether password and second factor are the operator's own sign-in service's business. */
export function isExternal(person: Person): boolean {
  return person.realm === 'staff' && person.externalId !== null;
}

/** Made on the server's command line: can be let in by our password while staff sign in elsewhere. */
export function isLocalAdmin(person: Person): boolean {
  return person.realm === 'staff' && person.externalId === null && person.createdBy === 'system:add-staff';
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
  return person.realm === 'staff' && person.totpRequired && !hasTotp(person) && !isExternal(person);
}

/** `remote`: what the operator's own sign-in service says of the session, where it has one. */
export function toActor(
  person: Person,
  sessionId: string,
  remote: { confirmed: boolean; permissions: readonly string[] | null } = { confirmed: true, permissions: null },
): Exclude<Actor, { kind: 'anonymous' | 'system' }> {
  const { id, name } = person;
  const grants = narrow(grantsOf(person), remote.permissions);
  if (person.realm === 'staff') {
    const { roles, teamId } = person;
    const must = { mustSetUpTotp: mustSetUpTotp(person), ...(!remote.confirmed && { unconfirmed: true as const }) };
    return { kind: 'staff', id, name, roles, teamId, grants, sessionId, ...must };
  }
  const { merchantId, role } = person;
  const merchantStatus = person.merchantStatus === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE';
  return { kind: 'merchant', id, merchantId, name, role, grants, sessionId, merchantStatus };
}

/** `permissions`: what the operator's own sign-in service limits the roles to, if it does. */
export function toSessionUser(person: Person, permissions: readonly string[] | null = null): SessionUser {
  return {
    id: person.id,
    realm: person.realm,
    roles: rolesOf(person),
    permissions: permissionsOf(narrow(grantsOf(person), permissions)),
    name: person.name,
    email: person.realm === 'staff' ? shownAddress(person) : person.email,
    locale: asLocale(person.locale),
    merchantId: person.realm === 'merchant' ? person.merchantId : null,
    companyName: person.realm === 'merchant' ? person.companyName : null,
    suspended: person.realm === 'merchant' && person.merchantStatus === 'SUSPENDED',
    totpEnabled: hasTotp(person),
    mustSetUpTotp: mustSetUpTotp(person),
  };
}
