import type { EffectHandler, EffectResult } from '../effects/index.ts';
import { after, MINUTE, SECOND } from '../kernel/time.ts';
import { held } from './held.ts';
import type { CardFailureReason } from './model.ts';
import { keyOf } from './place-card.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { cardById } from './worker-store.ts';

/** at most three retries after the first try, 5 s, 30 s and 2 min apart. */
const TRIES = 4;
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE];

/** Asks the provider to enrol a card. Repeating is harmless: the provider knows the card by its reference. */
export const enrolCard: EffectHandler<'card.enrol'> = async (core, run) => {
  const { cardId, generation } = run.payload;
  const card = await cardById(core.db, cardId);
  if (!card || card.generation !== generation || card.state !== 'SUBMITTED')
    return { outcome: 'NOT_SENT', detail: 'no longer wanted' };

  const call = await core.ports.provider.enrol(
    { cardRef: card.cardRef, ...keyOf(card) },
    {
      subject: `card:${cardId}`,
      requestId: `effect-${run.outboxId}`,
      attempt: run.attempt,
    },
  );
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
      if (call.data.status === 'PENDING') {
        const { expectedTime } = call.data;
        return {
          outcome: 'DONE',
          detail: 'accepted; the result comes by callback',
          settle: (tx, emit) =>
            settleEnrolment(
              { core, tx, emit },
              {
                cardId,
                generation,
                status: 'IN_REVIEW',
                expectedTime,
                reason: null,
                providerCode: null,
                time: core.now(),
              },
            ),
        };
      }
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
      const waiting = held(core, call);
      if (waiting) return waiting;
      const outcome = call.kind === 'ambiguous' ? 'AMBIGUOUS' : 'NOT_SENT';
      const pause = PAUSES[run.attempt - 1];
      if (run.attempt >= TRIES || pause === undefined) return fail(outcome, 'UNREACHABLE', call.detail);
      return { outcome, detail: call.detail, retryAt: after(core.now(), pause) };
    }
  }
};
