import type { AlertStatusNotice } from '@forewarn/core/alerts/incoming';
import type { EnrolmentNotice } from '@forewarn/core/cards/incoming';
import type { Read } from '@forewarn/core/ports/provider-wire';
import { z } from 'zod';
import { failureReason } from './failure-reasons.ts';
import { parseJsonExactly } from './json.ts';
import { readTime } from './read-time.ts';

const time = z.string().transform((value, ctx) => {
  const at = readTime(value);
  if (!at) ctx.addIssue({ code: 'custom', message: 'is not a time we can read' });
  return at ?? z.NEVER;
});
const common = { errorCode: z.string().max(40).nullish(), eventId: z.string().min(1).max(100), time };

/** `provider.md` 2, "In: status". */
const Wire = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('ENROLMENT'),
    cardRef: z.string().min(1).max(100),
    status: z.enum(['REGISTERED', 'FAILED', 'CLOSED']),
    ...common,
  }),
  z.looseObject({
    type: z.literal('ALERT'),
    alertId: z.string().min(1).max(100),
    status: z.enum(['ACCEPTED', 'REJECTED', 'EXPIRED', 'PREVENTED', 'CHARGEBACK', 'CANCELLED']),
    ...common,
  }),
]);

export function readStatus(body: Buffer): Read<AlertStatusNotice | EnrolmentNotice> {
  let json: unknown;
  try {
    json = parseJsonExactly(body);
  } catch {
    return { ok: false, error: 'not JSON' };
  }
  const parsed = Wire.safeParse(json);
  if (!parsed.success) {
    return {
      ok: false,
      error: parsed.error.issues
        .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
        .join('; ')
        .slice(0, 900),
    };
  }
  const { eventId, time: at, errorCode } = parsed.data;
  const code = errorCode ?? null;
  if (parsed.data.type === 'ALERT') {
    const { alertId, status } = parsed.data;
    return { ok: true, value: { type: 'ALERT', alertId, status, errorCode: code, eventId, time: at } };
  }
  const { cardRef, status } = parsed.data;
  const reason = status === 'FAILED' ? failureReason(code) : null;
  return { ok: true, value: { type: 'ENROLMENT', cardRef, status, providerCode: code, reason, eventId, time: at } };
}
