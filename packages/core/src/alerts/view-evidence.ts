import type { Context } from '../kernel/context.ts';
import { toEvidenceFile } from './evidence.ts';
import type { EvidenceFile } from './evidence-model.ts';
import { evidenceRows } from './evidence-store.ts';
import type { AlertRow } from './intake-store.ts';

/** What is uploaded so far; once the alert is answered, what the answer was given with. */
export async function viewEvidence(ctx: Context, alert: AlertRow): Promise<EvidenceFile[]> {
  const { id: alertRef, merchantId, processStatus } = alert;
  if (merchantId === null) return [];
  const rows = await evidenceRows(ctx.db, { alertRef, merchantId });
  return rows.filter(({ feedbackId }) => processStatus === 'PENDING' || feedbackId !== null).map(toEvidenceFile);
}
