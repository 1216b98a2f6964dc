import { timingSafeEqual } from 'node:crypto';
import type { SignatureScheme } from '../settings.ts';
import { signHmac, signMd5 } from './sign.ts';

/** How far a signed request's clock may be off, either way. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;

export interface SignedRequest {
  timestamp: string | undefined;
  signature: string | undefined;
  rawBody: Buffer;
  /** The fields `md5-salt` signs: those of the JSON body, or the query of a GET. */
  fields: Readonly<Record<string, unknown>>;
}

export type Verdict = { ok: true; scheme: SignatureScheme } | { ok: false; reason: string };

/** Checks a request against the key; `scheme` null takes whichever of the two the request uses. */
export function verify(
  request: SignedRequest,
  { key, scheme, now }: { key: string; scheme: SignatureScheme | null; now: number },
): Verdict {
  const used = request.signature === undefined && 'sign' in request.fields ? 'md5-salt' : 'hmac-sha256';
  if (scheme && scheme !== used) return refuse(`signed with ${used}, this merchant is set up for ${scheme}`);
  return used === 'md5-salt' ? verifyMd5(request, key) : verifyHmac(request, key, now);
}

function verifyHmac({ timestamp, signature, rawBody }: SignedRequest, key: string, now: number): Verdict {
  if (!timestamp || !signature) return refuse('X-Timestamp and X-Signature are required');
  if (!/^\d{13}$/.test(timestamp)) return refuse('X-Timestamp must be epoch milliseconds');
  if (Math.abs(now - Number(timestamp)) > SIGNATURE_WINDOW_MS) {
    return refuse('X-Timestamp is more than 5 minutes off');
  }
  if (!sameHex(signature, signHmac(key, timestamp, rawBody))) return refuse('X-Signature does not match');
  return { ok: true, scheme: 'hmac-sha256' };
}

function verifyMd5({ fields }: SignedRequest, key: string): Verdict {
  const { sign } = fields;
  if (typeof sign !== 'string' || !sameHex(sign, signMd5(key, fields))) return refuse('sign does not match');
  return { ok: true, scheme: 'md5-salt' };
}

function sameHex(given: string, expected: string): boolean {
  const a = Buffer.from(given.toLowerCase(), 'utf8');
  const b = Buffer.from(expected, 'utf8');
  return a.length === b.length && timingSafeEqual(a, b);
}

function refuse(reason: string): Verdict {
  return { ok: false, reason };
}
