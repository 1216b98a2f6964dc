import type { Grants, MerchantRole } from './access.ts';

/** Who acts. `system` is the product itself (worker, migrations); it is never made from a request. */
export type Actor =
  | { kind: 'anonymous' }
  | {
      kind: 'merchant';
      /** The user, not the merchant: an owner's colleagues have numbers of their own. */
      id: number;
      merchantId: number;
      name: string;
      role: MerchantRole;
      grants: Grants;
      sessionId: string;
      merchantStatus: MerchantStanding;
    }
  | {
      kind: 'staff';
      id: number;
      name: string;
      /** Codes of roles: {@link STAFF_ROLES} and those added later. */
      roles: readonly string[];
      teamId: number | null;
      grants: Grants;
      sessionId: string;
      /** A role asks for a second factor that isn't set up yet: until then nothing but that works. */
      mustSetUpTotp: boolean;
      /** The operator's own sign-in service can't be asked: reads alone until it answers again. */
      unconfirmed?: true;
    }
  | { kind: 'system'; name: string };

/** A suspended merchant may read, not write; PENDING and CLOSED merchants never become actors. */
export type MerchantStanding = 'ACTIVE' | 'SUSPENDED';

export const ANONYMOUS: Actor = { kind: 'anonymous' };

export function systemActor(name: string): Actor {
  return { kind: 'system', name };
}

/** The short form stored beside events, by user: `merchant:7`, `staff:2`, `system:ingest`. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'system':
      return `system:${actor.name}`;
    default:
      return `${actor.kind}:${actor.id}`;
  }
}

export function actorName(actor: Actor): string {
  return actor.kind === 'anonymous' ? 'anonymous' : actor.name;
}
