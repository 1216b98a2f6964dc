import { createHash, createHmac } from 'node:crypto';

/** `X-Signature` of the scheme `hmac-sha256`: lower-case hex over `${timestamp}.${raw body}`; timestamp in epoch ms. */
export function signHmac(secret: string, timestamp: string, rawBody: string | Buffer): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest('hex');
}

/** The field `sign` of the scheme `md5-salt`: MD5 over the sorted `k=v` of the other non-empty scalars, plus the key. */
export function signMd5(key: string, fields: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(fields)
    .filter(([name, value]) => name !== 'sign' && isScalar(value) && String(value) !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${String(value)}`);
  return createHash('md5')
    .update(pairs.join('&') + key, 'utf8')
    .digest('hex');
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
