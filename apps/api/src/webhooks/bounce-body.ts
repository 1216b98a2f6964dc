import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE } from '@forewarn/core/kernel/time';
import { type Bounce, readDsn } from '@forewarn/core/notifications';
import { z } from 'zod';

/** A signature is good for so long before and after its time. */
const SKEW = 5 * MINUTE;

/** Lower-case hex HMAC-SHA256 over `{timestamp}.` and the raw bytes, the timestamp in epoch milliseconds. */
export function isSigned(body: Buffer, timestamp: string, signature: string, secret: string, now: Date): boolean {
  if (!/^\d{10,16}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp)) > SKEW) return false;
  const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const Report = z.object({ messageId: z.string().trim().min(1).max(250), reason: z.string().trim().max(1000) });

/** A mail service's JSON, or the notification itself as a mail server pipes it. `delayed`: nothing final. */
export function readBounce(body: Buffer, contentType: string): Bounce | 'malformed' | 'not-final' {
  const text = body.toString('utf8');
  if (!/json/i.test(contentType)) return readDsn(text) ?? 'not-final';
  try {
    const report = Report.safeParse(JSON.parse(text));
    if (!report.success) return 'malformed';
    const { messageId, reason } = report.data;
    return { messageId: messageId.replace(/^<|>$/g, ''), reason };
  } catch {
    return 'malformed';
  }
}
