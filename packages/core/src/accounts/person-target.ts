import type { Realm } from './model.ts';

/** On whom, as the audit log says it: a merchant's user is not the merchant, their numbers differ. Without a number: nobody we know. */
export function personTarget(realm: Realm, id: number | undefined): { targetType: string; targetId: string } {
  return { targetType: realm === 'merchant' ? 'user' : 'staff', targetId: id === undefined ? '' : String(id) };
}
