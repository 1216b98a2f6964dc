import { backOff, type EffectHandler, type EffectResult } from '../effects/index.ts';
import type { Core } from '../kernel/context.ts';
import { parseAmount } from '../kernel/money.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { feedbackById, keepBody } from './answer-store.ts';
import { bodyPlace, feedbackPlace } from './feedback-place.ts';
import { shortAmount } from './notify.ts';
import { settleAnswer } from './settle-answer.ts';
import type { AnswerContent } from './view-answer.ts';

/** After an outcome that isn't known the status callback gets this long before the same bytes go out again. */
const CALLBACK_WAIT = 2 * MINUTE;

type Feedback = NonNullable<Awaited<ReturnType<typeof feedbackById>>>;

/**
 * Sends an answer upstream: once in effect. The bytes are composed once and kept; every try sends those bytes under the same
 * idempotency key, so that a repetition after an unknown outcome can't become a second answer (or a second refund).
 */
export const sendAnswer: EffectHandler<'alert.answer'> = async (core, run) => {
  const feedback = await feedbackById(core.db, run.payload.feedbackId);
  if (!feedback) return { outcome: 'NOT_SENT', dead: true, detail: 'the answer is gone' };
  if (feedback.closedTime || feedback.sentTime) return { outcome: 'DONE', detail: 'settled by a status callback' };
  const deadline = run.deadline ?? feedback.deadline;
  const body = await bodyOf(core, feedback);
  if (!body)
    return later(
      core,
      feedback,
      'NOT_SENT',
      'credentials are missing',
      backOff(core.now(), run.attempt),
      deadline,
      run.attempt,
    );

  const call = await core.ports.provider.sendAnswer(body, {
    subject: `alert:${feedback.alertId}`,
    requestId: `effect-${run.outboxId}`,
    attempt: run.attempt,
  });
  switch (call.kind) {
    case 'done':
      return {
        outcome: 'DONE',
        settle: (tx, emit) =>
          settleAnswer({ core, tx, emit }, feedback, {
            status: call.data.accepted ? 'ACCEPTED' : 'SENT',
            attempt: run.attempt,
          }),
      };
    case 'refused':
      return {
        outcome: 'REFUSED',
        dead: true,
        detail: `refused with ${call.providerCode}`,
        settle: (tx, emit) =>
          settleAnswer({ core, tx, emit }, feedback, { status: 'REJECTED', attempt: run.attempt, failure: 'REFUSED' }),
      };
    case 'ambiguous':
      return later(core, feedback, 'AMBIGUOUS', call.detail, after(core.now(), CALLBACK_WAIT), deadline, run.attempt);
    case 'not-configured':
      return later(
        core,
        feedback,
        'NOT_SENT',
        'credentials are missing',
        backOff(core.now(), run.attempt),
        deadline,
        run.attempt,
      );
    default: {
      const pause = call.held ? Math.max(call.retryAfter ?? 0, MINUTE) : call.retryAfter;
      const wanted = pause ? after(core.now(), pause) : backOff(core.now(), run.attempt);
      const result = later(core, feedback, 'NOT_SENT', call.detail, wanted, deadline, run.attempt);
      // Not even tried: uses up no try, unless there is no later one.
      return call.held && result.retryAt ? { ...result, held: true } : result;
    }
  }
};

/** Tries again, at the latest shortly before the deadline; past it the answer is EXPIRED and people are told. */
function later(
  core: Core,
  feedback: Feedback,
  outcome: EffectResult['outcome'],
  detail: string,
  wanted: Date,
  deadline: Date,
  attempt: number,
): EffectResult {
  const lastTry = after(deadline, -MINUTE);
  const retryAt = wanted > lastTry && core.now() < lastTry ? lastTry : wanted;
  const expired = retryAt > deadline;
  return {
    outcome,
    detail,
    ...(expired ? { dead: true } : { retryAt }),
    settle: (tx, emit) =>
      settleAnswer({ core, tx, emit }, feedback, {
        status: expired ? 'EXPIRED' : 'PENDING_RETRY',
        attempt,
        ...(expired && { failure: 'UNREACHABLE' }),
        deadline,
      }),
  };
}

/** The network's limit for what it calls comments. */
const COMMENTS_MAX = 1000;

/** The message has no field for the refund's reference, so it opens the comments; what doesn't fit behind it is cut off. */
function commentsOf({ comments, refundReference }: AnswerContent): { comments?: string } {
  const lines = [refundReference && `Refund reference: ${refundReference}`, comments].filter(Boolean).join('\n');
  return lines === '' ? {} : { comments: lines.slice(0, COMMENTS_MAX) };
}

async function bodyOf(core: Core, feedback: Feedback): Promise<Buffer | undefined> {
  const { cipher, provider } = core.ports;
  const place = bodyPlace(feedback.idempotencyKey);
  if (feedback.bodyEnc) return cipher.open(feedback.bodyEnc, place);
  const content = JSON.parse(
    cipher.open(feedback.contentEnc, feedbackPlace(feedback.idempotencyKey)).toString('utf8'),
  ) as AnswerContent;
  const refund = feedback.refundAmount === null ? undefined : parseAmount(feedback.refundAmount);
  const body = await provider.composeAnswer({
    alertId: feedback.alertId,
    action: feedback.action,
    refunded: feedback.refunded,
    reason: content.reason,
    ...(refund !== undefined && { refundAmount: shortAmount(refund, feedback.currency), currency: feedback.currency }),
    ...commentsOf(content),
    ...(content.evidence.length > 0 && { evidence: content.evidence }),
    idempotencyKey: feedback.idempotencyKey,
  });
  if (!body) return undefined;
  await keepBody(core.db, feedback.id, cipher.seal(body, place));
  const kept = await feedbackById(core.db, feedback.id);
  return kept?.bodyEnc ? cipher.open(kept.bodyEnc, place) : body;
}
