import type { Realm } from './model.ts';

/** What a sealed authenticator secret is bound to. */
export function totpPlace(realm: Realm, id: number): string {
  return `${realm === 'staff' ? 'staff_users' : 'merchant_users'}.totp_secret_enc.${id}`;
}
