import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { evidencePlace, readableEvidence } from './evidence.ts';
import { EvidenceContent, EvidenceId } from './evidence-model.ts';
import { evidenceRow } from './evidence-store.ts';

/** reads an evidence file back, for those who may see the alert. Every reading leaves an audit row. Errors: `EVIDENCE_NOT_FOUND`, `EVIDENCE_EXPIRED`. */
export const getEvidence = query('alerts.getEvidence', {
  permission: 'alert:view',
  input: EvidenceId,
  output: EvidenceContent,
  summary: 'Download an evidence file.',
}).run(async (ctx, { id, evidenceId }) => {
  const file = await evidenceRow(ctx.db, await readableEvidence(ctx, id), evidenceId);
  if (!file) throw appError('EVIDENCE_NOT_FOUND');
  if (file.removedTime) throw appError('EVIDENCE_EXPIRED');
  const sealed = await ctx.ports.files.get(file.storageKey);
  if (!sealed) throw new Error(`The stored file of evidence ${evidenceId} is gone`);
  ctx.audit({ targetType: 'alert', targetId: id, detail: { evidenceId, size: file.size } });
  const bytes = new Uint8Array(ctx.ports.cipher.open(sealed, evidencePlace(file.id)));
  return { fileName: file.fileName, contentType: file.contentType, bytes };
});
