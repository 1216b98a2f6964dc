import type { Ledger } from './ledger.ts';
import { type Answer, type FeedbackBody, refuse, succeed } from './wire.ts';

/**
 * Takes the answer to an alert, once. The first answer is final: the same key and bytes again are a repeat, the same
 * key with other bytes a conflict (4090), another key for the same alert too late (4091). Unknown alerts are accepted.
 */
export function feedback(ledger: Ledger, body: FeedbackBody, bodySha256: string, at: string): Answer {
  const { alertId, idempotencyKey } = body;
  const known = ledger.feedbackByKey.get(idempotencyKey);
  if (known) {
    if (known.bodySha256 !== bodySha256) {
      return refuse(4090, 'this idempotencyKey was used with another body', 409);
    }
    return succeed({ alertId, status: 'ACCEPTED', duplicate: true });
  }
  if (ledger.feedbackByAlert.has(alertId)) return refuse(4091, 'this alert has its final answer already');
  ledger.answer(body, bodySha256, at);
  return succeed({ alertId, status: 'ACCEPTED', duplicate: false });
}
