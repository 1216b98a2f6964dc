import type { Context } from '../kernel/context.ts';
import { toEvidenceFile } from './evidence.ts';
import type { EvidenceFile } from './evidence-model.ts';
import { evidenceRows } from './evidence-store.ts';
import type { AlertRow } from './intake-store.ts';

/** What is uploaded so far; once the alert is answered, what was answered with, and what is there for a correction while one is possible. */
export async function viewEvidence(ctx: Context, alert: AlertRow, correctable: boolean): Promise<EvidenceFile[]> {
  const { id: alertRef, merchantId, processStatus } = alert;
  if (merchantId === null) return [];
  const rows = await evidenceRows(ctx.db, { alertRef, merchantId });
  const open = processStatus === 'PENDING' || correctable;
  return rows.filter(({ feedbackId }) => open || feedbackId !== null).map(toEvidenceFile);
}
