import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { changeableEvidence } from './evidence.ts';
import { EvidenceId } from './evidence-model.ts';
import { deleteEvidence, evidenceRow } from './evidence-store.ts';

/** Takes an uploaded file back, while the alert has no answer. The row goes first: a file that is left over harms nobody. */
export const removeEvidence = command('alerts.removeEvidence', {
  permission: 'alert:process',
  input: EvidenceId,
  output: z.object({ done: z.literal(true) }),
  summary: 'Remove an evidence file, before the alert is answered.',
}).run(async (ctx, { id, evidenceId }) => {
  const file = await evidenceRow(ctx.db, await changeableEvidence(ctx, id, ctx.db), evidenceId);
  if (!file) throw appError('EVIDENCE_NOT_FOUND');
  // Part of an answer that was given: it stays its proof.
  if (file.feedbackId !== null) throw appError('ALERT_ALREADY_ANSWERED');
  await deleteEvidence(ctx.db, file.id);
  ctx.audit({ targetType: 'alert', targetId: id, detail: { evidenceId, size: file.size } });
  const { files } = ctx.ports;
  ctx.afterCommit(() => {
    files.remove(file.storageKey).catch((err: unknown) => {
      ctx.log.warn({ err, storageKey: file.storageKey }, 'a removed evidence file could not be deleted');
    });
  });
  return { done: true };
});
