import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingRequest, SignatureVerdict, SigningSecret } from '@forewarn/core/ports/provider-wire';
import { parseJson, parseJsonExactly } from './json.ts';
import type { ProviderProfile } from './profile.ts';

type Switches = Pick<ProviderProfile, 'signField' | 'signUppercase' | 'signEmpty'>;

const HEX_SHA256 = /^[0-9a-f]{64}$/i;
const HEX_MD5 = /^[0-9a-f]{32}$/i;

/** Lower-case hex of HMAC-SHA256(secret, `${timestamp}.${raw body}`): `provider.md` 2, A-303. */
export function hmacSignature(secret: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

/** MD5 over the sorted `k=v` of the other scalar fields joined by `&`, then the key: the provider's published "MD5 salt". */
export function md5Signature(
  secret: string,
  fields: Record<string, unknown>,
  { signField, signUppercase, signEmpty }: Switches,
): string {
  const text = Object.entries(fields)
    .filter(([key, value]) => key !== signField && isScalar(value) && (signEmpty || (value !== '' && value !== null)))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join('&');
  const hex = createHash('md5').update(`${text}${secret}`, 'utf8').digest('hex');
  return signUppercase ? hex.toUpperCase() : hex;
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

/**
 * Verifies a push: by its headers when it has `X-Signature`, else by its body's sign field. Every secret is tried, each in constant
 * time and all of them, so that time tells neither how much was right nor which key it was.
 */
export function verifySignature(
  request: IncomingRequest,
  secrets: readonly SigningSecret[],
  switches: Switches,
): SignatureVerdict {
  const header = request.header('x-signature');
  if (header !== undefined) return verifyHmac(request, header.trim(), secrets);
  const json = parseJson(request.body);
  if (json === undefined) return { ok: false, reason: 'malformed' };
  return verifyMd5(request, json, secrets, switches);
}

function verifyHmac(request: IncomingRequest, given: string, secrets: readonly SigningSecret[]): SignatureVerdict {
  const timestamp = request.header('x-timestamp')?.trim() ?? '';
  if (!/^\d{12,14}$/.test(timestamp) || !HEX_SHA256.test(given)) return { ok: false, reason: 'missing' };
  const bytes = Buffer.from(given, 'hex');
  let keyId: string | undefined;
  for (const { keyId: id, secret } of secrets) {
    const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(request.body).digest();
    if (timingSafeEqual(expected, bytes)) keyId ??= id;
  }
  if (keyId === undefined) return { ok: false, reason: 'mismatch' };
  const json = parseJson(request.body);
  if (json === undefined) return { ok: false, reason: 'malformed' };
  return { ok: true, keyId, signedTime: new Date(Number(timestamp)), json };
}

function verifyMd5(
  request: IncomingRequest,
  json: unknown,
  secrets: readonly SigningSecret[],
  switches: Switches,
): SignatureVerdict {
  const fields = fieldsAsWritten(request.body);
  const given = fields[switches.signField];
  if (typeof given !== 'string' || !HEX_MD5.test(given)) return { ok: false, reason: 'missing' };
  const bytes = Buffer.from(given, 'hex');
  let keyId: string | undefined;
  for (const { keyId: id, secret } of secrets) {
    const expected = Buffer.from(md5Signature(secret, fields, switches), 'hex');
    if (timingSafeEqual(expected, bytes)) keyId ??= id;
  }
  return keyId === undefined ? { ok: false, reason: 'mismatch' } : { ok: true, keyId, signedTime: null, json };
}

/** Numbers as the sender wrote and signed them: `19.90` read as a number would be signed as `19.9`. */
function fieldsAsWritten(body: Buffer): Record<string, unknown> {
  try {
    const json = parseJsonExactly(body);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
