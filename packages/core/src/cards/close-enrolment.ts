import { backOff, type EffectHandler } from '../effects/index.ts';
import { held } from './held.ts';
import { settleClosing } from './settle-closing.ts';

const TRIES = 15;

/**
 * Tells the provider that a card is no longer watched; retried for a day, then left to the daily check. The card is CLOSED once the
 * provider has said so; that it doesn't know the card says so as well.
 */
export const closeEnrolment: EffectHandler<'card.close'> = async (core, run) => {
  const { cardId, cardRef } = run.payload;
  const call = await core.ports.provider.closeEnrolment(cardRef, {
    subject: `card:${cardId}`,
    requestId: `effect-${run.outboxId}`,
    attempt: run.attempt,
  });
  if (call.kind === 'done') {
    if (call.data.status === 'PENDING') return { outcome: 'DONE', detail: 'accepted; the result comes by callback' };
    return { outcome: 'DONE', settle: (tx) => settleClosing(core, tx, { cardId, cardRef }) };
  }
  const waiting = held(core, call);
  if (waiting) return waiting;
  if (call.kind === 'refused') {
    const detail = `refused with ${call.providerCode}`;
    if (!call.unknown) return { outcome: 'REFUSED', dead: true, detail };
    return { outcome: 'REFUSED', detail, settle: (tx) => settleClosing(core, tx, { cardId, cardRef }) };
  }
  const detail = call.kind === 'not-configured' ? 'credentials are missing' : call.detail;
  if (run.attempt >= TRIES) return { outcome: 'NOT_SENT', dead: true, detail };
  return {
    outcome: call.kind === 'ambiguous' ? 'AMBIGUOUS' : 'NOT_SENT',
    detail,
    retryAt: backOff(core.now(), run.attempt),
  };
};
