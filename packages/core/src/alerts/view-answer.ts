import { actorNames } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { isoOrNull } from '../kernel/time.ts';
import { answeringRule, attemptsOf, latestFeedback } from './answer-store.ts';
import { feedbackPlace } from './feedback-place.ts';
import { type AlertAnswer, ANSWER_ACTIONS, ANSWER_FAILURES } from './model.ts';

export interface AnswerContent {
  reason: string;
  comments: string | null;
  preventiveActions: string | null;
  evidence: string[];
}

/** The answer that was given, with how far it has got; null while there is none. */
export async function viewAnswer(ctx: Context, alertRef: number): Promise<AlertAnswer | null> {
  const row = await latestFeedback(ctx.db, alertRef);
  if (!row) return null;
  const content = JSON.parse(
    ctx.ports.cipher.open(row.contentEnc, feedbackPlace(row.idempotencyKey)).toString('utf8'),
  ) as AnswerContent;
  const names = await actorNames(ctx, [row.submittedBy]);
  const byStaff = row.submittedBy.startsWith('staff:');
  return {
    action: ANSWER_ACTIONS.find((action) => action === row.action) ?? 'IGNORE',
    ...content,
    refundAmount: row.refundAmount === null ? null : amountToNumber(parseAmount(row.refundAmount) ?? 0n),
    submittedTime: row.submittedTime.toISOString(),
    submittedBy: byStaff && ctx.scope !== 'all' ? '' : (names.get(row.submittedBy) ?? (await answeredByRule(ctx, row))),
    sentTime: isoOrNull(row.sentTime),
    closedTime: isoOrNull(row.closedTime),
    attempts: await attemptsOf(ctx.db, row.id),
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
