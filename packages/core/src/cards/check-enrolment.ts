import { backOff, type EffectHandler, type EffectResult } from '../effects/index.ts';
import { held } from './held.ts';
import { settleClosing } from './settle-closing.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { cardById } from './worker-store.ts';
import { updateCardRow } from './write-store.ts';

const TRIES = 3;

/** Asks the provider how an enrolment stands whose callback may have been lost, and writes down what it says. Asked again tomorrow at the latest. */
export const checkEnrolment: EffectHandler<'card.check'> = async (core, run) => {
  const { cardId, cardRef } = run.payload;
  const card = await cardById(core.db, cardId);
  if (card?.cardRef !== cardRef || (card.state !== 'IN_REVIEW' && card.state !== 'CLOSING'))
    return { outcome: 'NOT_SENT', detail: 'no longer wanted' };
  const closing = card.state === 'CLOSING';
  const call = await core.ports.provider.enrolmentState(cardRef, {
    subject: `card:${cardId}`,
    requestId: `effect-${run.outboxId}`,
    attempt: run.attempt,
  });
  const settled = (
    status: 'REGISTERED' | 'FAILED' | 'CLOSED',
    fault: Pick<Parameters<typeof settleEnrolment>[1], 'reason' | 'providerCode'> = {
      reason: null,
      providerCode: null,
    },
  ): EffectResult => ({
    outcome: 'DONE',
    detail: `the provider says ${status}`,
    settle: (tx, emit) =>
      settleEnrolment({ core, tx, emit }, { cardId, generation: card.generation, status, ...fault, time: core.now() }),
  });
  /** Closed for us, still enrolled there: the close call is owed again. */
  const closeAgain: EffectResult = {
    outcome: 'DONE',
    detail: 'still enrolled: closed again',
    settle: async (_tx, emit) =>
      emit({ topic: 'card.close', key: `${cardRef}:${run.outboxId}`, payload: { cardId, cardRef } }),
  };

  switch (call.kind) {
    case 'done': {
      const { status } = call.data;
      if (status === 'CLOSED') return settled('CLOSED');
      if (closing) return closeAgain;
      if (status === 'PENDING') return { outcome: 'DONE', detail: 'still in review' };
      return status === 'FAILED' ? settled('FAILED', call.data) : settled('REGISTERED');
    }
    case 'refused':
      if (!call.unknown) return { outcome: 'REFUSED', detail: `refused with ${call.providerCode}` };
      if (closing)
        return {
          outcome: 'DONE',
          detail: 'unknown there',
          settle: (tx) => settleClosing(core, tx, { cardId, cardRef }),
        };
      return {
        outcome: 'DONE',
        detail: 'unknown there: submitted again',
        settle: async (tx, emit) => {
          const current = await cardById(tx, cardId, true);
          if (current?.cardRef !== cardRef || current.state !== 'IN_REVIEW') return;
          const generation = current.generation + 1;
          const change = {
            state: 'SUBMITTED' as const,
            submittedTime: core.now(),
            expectedLiveTime: null,
            nextCheckTime: null,
          };
          await updateCardRow(tx, cardId, { ...change, statusTime: null, generation }, core.now());
          emit({ topic: 'card.enrol', key: `${cardRef}:${generation}`, payload: { cardId, generation } });
        },
      };
    case 'not-configured':
      return { outcome: 'NOT_SENT', detail: 'credentials are missing' };
    default: {
      const waiting = held(core, call);
      if (waiting) return waiting;
      const outcome = call.kind === 'ambiguous' ? 'AMBIGUOUS' : 'NOT_SENT';
      if (run.attempt >= TRIES) return { outcome, detail: call.detail };
      return { outcome, detail: call.detail, retryAt: backOff(core.now(), run.attempt) };
    }
  }
};
