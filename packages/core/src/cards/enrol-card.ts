import { backOff, type EffectHandler, type EffectResult } from '../effects/index.ts';
import { after, MINUTE, SECOND } from '../kernel/time.ts';
import type { CardFailureReason } from './model.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { cardById } from './store.ts';

/** at most three retries after the first try, 5 s, 30 s and 2 min apart. */
const TRIES = 4;
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE];

/** Asks the provider to enrol a card. Repeating is harmless: the provider knows the card by its reference. */
export const enrolCard: EffectHandler<'card.enrol'> = async (core, run) => {
  const { cardId, generation } = run.payload;
  const card = await cardById(core.db, cardId);
  if (!card || card.generation !== generation || card.status !== 'PENDING')
    return { outcome: 'NOT_SENT', detail: 'no longer wanted' };

  const request = { cardRef: card.cardRef, descriptor: card.descriptor, cardBin: card.cardBin, caid: card.caid };
  const call = await core.ports.provider.enrol(request, {
    subject: `card:${cardId}`,
    requestId: `effect-${run.outboxId}`,
    attempt: run.attempt,
  });
  const fail = (
    outcome: EffectResult['outcome'],
    reason: CardFailureReason,
    detail: string,
    providerCode: string | null = null,
  ): EffectResult => ({
    outcome,
    detail,
    dead: true,
    settle: (tx, emit) =>
      settleEnrolment(
        { core, tx, emit },
        { cardId, generation, status: 'FAILED', reason, providerCode, time: core.now() },
      ),
  });

  switch (call.kind) {
    case 'done':
      if (call.data.status === 'PENDING') return { outcome: 'DONE', detail: 'accepted; the result comes by callback' };
      return {
        outcome: 'DONE',
        settle: (tx, emit) =>
          settleEnrolment(
            { core, tx, emit },
            { cardId, generation, status: 'REGISTERED', reason: null, providerCode: null, time: core.now() },
          ),
      };
    case 'refused':
      return fail('REFUSED', call.reason, `refused with ${call.providerCode}`, call.providerCode);
    case 'not-configured':
      return fail('NOT_SENT', 'NOT_CONFIGURED', 'credentials are missing');
    default: {
      const outcome = call.kind === 'ambiguous' ? 'AMBIGUOUS' : 'NOT_SENT';
      const pause = PAUSES[run.attempt - 1];
      if (run.attempt >= TRIES || pause === undefined) return fail(outcome, 'UNREACHABLE', call.detail);
      return { outcome, detail: call.detail, retryAt: after(core.now(), pause) };
    }
  }
};

/** Tells the provider that a card is no longer watched; retried for a day, then left to the log. */
export const closeEnrolment: EffectHandler<'card.close'> = async (core, run) => {
  const call = await core.ports.provider.closeEnrolment(run.payload.cardRef, {
    subject: `card:${run.payload.cardId}`,
    requestId: `effect-${run.outboxId}`,
    attempt: run.attempt,
  });
  if (call.kind === 'done') return { outcome: 'DONE' };
  if (call.kind === 'refused') return { outcome: 'REFUSED', dead: true, detail: `refused with ${call.providerCode}` };
  const detail = call.kind === 'not-configured' ? 'credentials are missing' : call.detail;
  if (run.attempt >= 15) return { outcome: 'NOT_SENT', dead: true, detail };
  return {
    outcome: call.kind === 'ambiguous' ? 'AMBIGUOUS' : 'NOT_SENT',
    detail,
    retryAt: backOff(core.now(), run.attempt),
  };
};
