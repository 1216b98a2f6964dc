import { createHash } from 'node:crypto';
import type { Realm } from './model.ts';
import type { GuardKey } from './store.ts';

/** The one count of failures that a person's e-mail, phone and own password prompts share. */
export function personGuard(realm: Realm, id: number): GuardKey {
  return { realm, accountKey: createHash('sha256').update(`${realm}#${id}`).digest() };
}
