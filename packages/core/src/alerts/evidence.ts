import type { Context, Executor } from '../kernel/context.ts';
import { appError, type ErrorCode } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { refuseAnswer } from './answer-rules.ts';
import { latestFeedback } from './answer-store.ts';
import { refuseCorrection } from './correction-rules.ts';
import { alertById } from './detail-store.ts';
import type { EvidenceFile } from './evidence-model.ts';
import type { EvidenceOwner, EvidenceRow } from './evidence-store.ts';
import { type AlertRow, lockAlert } from './intake-store.ts';
import { sendingOf } from './sending-store.ts';
import { findAlertRef } from './store.ts';

/** What a file's ciphertext is bound to. */
export function evidencePlace(id: string): string {
  return `alert_evidence.content.${id}`;
}

export function toEvidenceFile(row: EvidenceRow): EvidenceFile {
  const { id, fileName, contentType, size, createdTime, feedbackId, removedTime, removedMonths } = row;
  return {
    ...{ id, fileName, contentType, size },
    createdTime: createdTime.toISOString(),
    answered: feedbackId !== null,
    removed: removedTime && { time: removedTime.toISOString(), months: removedMonths ?? 0 },
  };
}

/** Where evidence of an alert belongs, for one who may see the alert. Errors: `ALERT_NOT_FOUND`. */
export async function readableEvidence(ctx: Context, id: number): Promise<EvidenceOwner> {
  const alertRef = await findAlertRef(ctx, id);
  const alert = alertRef === undefined ? undefined : await alertById(ctx.db, alertRef);
  if (!alert || alert.merchantId === null) throw appError('ALERT_NOT_FOUND');
  return { alertRef: alert.id, merchantId: alert.merchantId };
}

/**
 * The same for one who is about to change it: while the alert waits for its answer, or its answer may still be replaced. In a transaction
 * the alert's row stays locked, so that files can't come or go beside an answer. Errors: as answering it has, `ANSWER_UNDER_WAY`.
 */
export async function changeableEvidence(ctx: Context, id: number, tx?: Executor): Promise<EvidenceOwner> {
  const alertRef = await findAlertRef(tx ? { ...ctx, db: tx } : ctx, id);
  const alert = alertRef === undefined ? undefined : await (tx ? lockAlert(tx, alertRef) : alertById(ctx.db, alertRef));
  if (!alert || !isOfActor(ctx, alert)) throw appError('ALERT_NOT_FOUND');
  const refusal = refuseAnswer({ ...alert, amount: parseAmount(alert.amount) ?? 0n });
  const unlike = refusal === 'ALERT_ALREADY_ANSWERED' ? await refuseFiles(tx ?? ctx.db, alert) : refusal;
  if (unlike) throw appError(unlike);
  if (alert.merchantId === null) throw appError('ALERT_HELD');
  return { alertRef: alert.id, merchantId: alert.merchantId };
}

/**
 * A correction may need files that the answer before it had no use for. What a worker sends names its files in its own content, so that one
 * that comes while the answer leaves is part of nothing until a correction takes it.
 */
async function refuseFiles(db: Executor, alert: AlertRow): Promise<ErrorCode | null> {
  const latest = await latestFeedback(db, alert.id);
  if (!latest) return 'ALERT_ALREADY_ANSWERED';
  const refusal = refuseCorrection(alert, await sendingOf(db, latest.id));
  return refusal === 'ANSWER_FINAL' ? 'ALERT_ALREADY_ANSWERED' : refusal;
}

/** Under the lock the alert may be another merchant's than the moment before. */
function isOfActor({ actor, scope }: Context, alert: AlertRow): boolean {
  return scope === 'all' || (actor.kind === 'merchant' && actor.merchantId === alert.merchantId);
}
