import { actorNames } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { isoOrNull } from '../kernel/time.ts';
import { answeringRule, type FeedbackRow, feedbacksOf } from './answer-store.ts';
import { refuseCorrection, refuseSendAgain } from './correction-rules.ts';
import { feedbackPlace } from './feedback-place.ts';
import type { AlertRow } from './intake-store.ts';
import { type AlertAnswer, ANSWER_ACTIONS, ANSWER_FAILURES, type GivenAnswer } from './model.ts';
import { sendingOf } from './sending-store.ts';

export interface AnswerContent {
  reason: string;
  comments: string | null;
  preventiveActions: string | null;
  /** Absent in answers of before there was one. */
  refundReference?: string | null;
  evidence: string[];
}

type Answered = Pick<AlertRow, 'id' | 'deadline' | 'holdReason' | 'processStatus' | 'feedbackStatus'>;

/** The answer that counts, with how far it has got and what may still be done about it; null while there is none. */
export async function viewAnswer(ctx: Context, alert: Answered): Promise<AlertAnswer | null> {
  const rows = await feedbacksOf(ctx.db, alert.id);
  const [latest, ...former] = rows;
  if (!latest) return null;
  const names = await actorNames(ctx, [...new Set(rows.map((row) => row.submittedBy))]);
  const nameOf = (ref: string) => (ref.startsWith('staff:') && ctx.scope !== 'all' ? '' : (names.get(ref) ?? ''));
  const given = async (row: FeedbackRow) =>
    view(ctx, row, nameOf(row.submittedBy) || (await answeredByRule(ctx, row)), alert.deadline);
  const sending = await sendingOf(ctx.db, latest.id);
  const free = alert.holdReason === null;
  return {
    ...(await given(latest)),
    correctable: free && refuseCorrection(alert, sending) === null,
    resendable: free && refuseSendAgain(alert, sending) === null,
    former: await Promise.all(former.map(given)),
  };
}

async function view(ctx: Context, row: FeedbackRow, submittedBy: string, deadline: Date): Promise<GivenAnswer> {
  const { refundReference, ...content } = JSON.parse(
    ctx.ports.cipher.open(row.contentEnc, feedbackPlace(row.idempotencyKey)).toString('utf8'),
  ) as AnswerContent;
  return {
    number: row.number,
    action: ANSWER_ACTIONS.find((action) => action === row.action) ?? 'IGNORE',
    ...content,
    refundReference: refundReference ?? null,
    refundAmount: row.refundAmount === null ? null : amountToNumber(parseAmount(row.refundAmount) ?? 0n),
    submittedTime: row.submittedTime.toISOString(),
    submittedBy,
    sentTime: isoOrNull(row.sentTime),
    closedTime: isoOrNull(row.closedTime),
    late: row.submittedTime > deadline,
    attempts: (await sendingOf(ctx.db, row.id)).attempts,
    failureReason: ANSWER_FAILURES.find((failure) => failure === row.failureReason) ?? null,
  };
}

/** A rule that answered, by the name it had then; empty for whatever else the system does. */
export async function answeredByRule(
  ctx: Context,
  { alertRef, submittedBy }: { alertRef: number; submittedBy: string },
): Promise<string> {
  if (!submittedBy.startsWith('system:rule:')) return '';
  const name = await answeringRule(ctx.db, alertRef, submittedBy);
  return ctx.locale === 'en' ? `Rule “${name}”` : `规则“${name}”`;
}
