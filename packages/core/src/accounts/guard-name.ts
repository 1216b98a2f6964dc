import { createHash } from 'node:crypto';
import type { Identifier } from './identifier.ts';
import type { Realm } from './model.ts';

export interface GuardKey {
  realm: Realm;
  accountKey: Buffer;
}

/** What was typed as one's name: an address, a phone, or a name at the operator's own sign-in service. */
export type TypedName = Identifier | { kind: 'name'; value: string };

type Subject = { realm: Realm; id: number };

/** Counts sign-ins from devices this person hasn't signed in from: together, however many strangers and addresses there are. */
export function accountGuard({ realm, id }: Subject): GuardKey {
  return key(realm, `${realm}#${id}`);
}

/** A device known to this person has a count of its own, so that no stranger can lock the owner out. */
export function deviceGuard({ realm, id }: Subject, deviceHash: Buffer): GuardKey {
  return key(realm, `${realm}#${id}@${deviceHash.toString('hex')}`);
}

/** Counts wrong passwords and codes of somebody who is signed in and asked again. */
export function confirmGuard({ realm, id }: Subject): GuardKey {
  return key(realm, `${realm}#${id}!`);
}

/** An account that doesn't exist locks like one that does. */
export function nobodyGuard(realm: Realm, typed: TypedName): GuardKey {
  return key(realm, `${typed.kind}:${typed.value}`);
}

function key(realm: Realm, name: string): GuardKey {
  return { realm, accountKey: createHash('sha256').update(name).digest() };
}
