import type { Context } from '../kernel/context.ts';
import { errorMessage } from '../kernel/error-messages.ts';
import { appError } from '../kernel/errors.ts';
import { evidenceRows } from './evidence-store.ts';
import type { AlertRow } from './intake-store.ts';
import type { AnswerInput } from './model.ts';

/**
 * The evidence an answer names, each file once: all of it uploaded for this alert (A-367: a dispute needs some).
 * Errors: `EVIDENCE_REQUIRED`; `VALIDATION_FAILED` at `evidence.N` for a file that isn't there.
 */
export async function citeEvidence(ctx: Context, alert: AlertRow, input: AnswerInput): Promise<string[]> {
  const ids = [...new Set(input.evidence ?? [])];
  if (input.action === 'DISPUTE' && ids.length === 0) throw appError('EVIDENCE_REQUIRED', { field: 'evidence' });
  if (ids.length === 0) return [];
  const { id: alertRef, merchantId } = alert;
  const rows = merchantId === null ? [] : await evidenceRows(ctx.db, { alertRef, merchantId });
  const uploaded = new Set(rows.filter(({ removedTime }) => removedTime === null).map(({ id }) => id));
  const fields = (input.evidence ?? []).flatMap((id, index) =>
    uploaded.has(id)
      ? []
      : [{ path: `evidence.${index}`, code: 'unknown', message: errorMessage('EVIDENCE_NOT_FOUND', ctx.locale) }],
  );
  if (fields.length > 0) throw appError('VALIDATION_FAILED', { fields });
  return ids;
}
