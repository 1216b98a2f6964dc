import type { RateVerdict } from '@forewarn/core/ports/rate-counter';

/** The state of the limit for every answer (draft-ietf-httpapi-ratelimit-headers-06); a refusal also says when to come again. */
export function rateHeaders({ allowed, limit, remaining, retryAfter }: RateVerdict): [name: string, value: string][] {
  const state: [string, string][] = [
    ['RateLimit-Limit', String(limit)],
    ['RateLimit-Remaining', String(remaining)],
    ['RateLimit-Reset', String(retryAfter)],
  ];
  return allowed ? state : [...state, ['Retry-After', String(retryAfter)]];
}

/** Of several calls in one request the one that says most: a refusal, else what is nearest to one. */
export function tighter(a: RateVerdict | undefined, b: RateVerdict): RateVerdict {
  if (!a) return b;
  if (a.allowed !== b.allowed) return a.allowed ? b : a;
  if (!a.allowed) return a.retryAfter >= b.retryAfter ? a : b;
  return a.remaining <= b.remaining ? a : b;
}
