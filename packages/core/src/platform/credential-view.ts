import { maskSecret } from '../kernel/mask.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { Credential, CredentialKind } from './model.ts';

interface CredentialRow {
  id: number;
  kind: CredentialKind;
  keyId: string;
  hint: string;
  activeFrom: Date;
  activeUntil: Date | null;
  lastUsedTime: Date | null;
  createdBy: string;
}

/** Built from the stored hint: showing a list needs no key and opens nothing. */
export function toCredential(row: CredentialRow, names: ReadonlyMap<string, string>): Credential {
  return {
    id: row.id,
    kind: row.kind,
    masked: row.hint,
    keyId: row.keyId,
    activeFrom: iso(row.activeFrom),
    activeUntil: isoOrNull(row.activeUntil),
    current: row.activeUntil === null,
    lastUsedTime: isoOrNull(row.lastUsedTime),
    createdBy: names.get(row.createdBy) ?? null,
  };
}

/** Enough to recognise a value, not enough to use it; at most 100 characters. */
export function credentialHint(kind: CredentialKind, value: string): string {
  if (kind === 'API_ENDPOINT') return endpointHint(value);
  if (kind === 'MERCHANT_NO') return value.length < 6 ? '••••' : `${value.slice(0, 2)}••••${value.slice(-2)}`;
  return maskSecret(value);
}

function endpointHint(value: string): string {
  const { protocol, host, pathname } = new URL(value);
  return `${protocol}//${host}${pathname === '/' ? '' : '/…'}`.slice(0, 100);
}
