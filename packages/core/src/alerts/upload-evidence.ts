import { createHash, randomUUID } from 'node:crypto';
import { actorRef } from '../kernel/actor.ts';
import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { AppError, appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { changeableEvidence, evidencePlace, toEvidenceFile } from './evidence.ts';
import { inspectEvidence } from './evidence-content.ts';
import { EVIDENCE_MAX_FILES, EvidenceFile, EvidenceUpload } from './evidence-model.ts';
import { evidenceName } from './evidence-name.ts';
import { type EvidenceRow, evidenceRows, insertEvidence } from './evidence-store.ts';

/**
 * adds a file to an alert that waits for its answer, or whose answer may still be corrected. The same bytes again are the same file, so that an
 * upload may be repeated at will. The sealed bytes are stored before their row, so that a row without its file can't be; an `effect`,
 * because the store may be on another machine.
 */
export const uploadEvidence = effect('alerts.uploadEvidence', {
  permission: 'alert:process',
  input: EvidenceUpload,
  output: EvidenceFile,
  summary:
    'Add an evidence file (PDF, JPG or PNG, at most 10 MiB) to an alert that waits for its answer or whose answer may still be corrected.',
}).run(async (ctx, { id, fileName, bytes }) => {
  ctx.audit({ targetType: 'alert', targetId: id });
  const owner = await changeableEvidence(ctx, id);
  const inspected = inspectEvidence(bytes);
  if ('refusal' in inspected) throw appError(inspected.refusal, { field: 'file' });
  const sha256 = createHash('sha256').update(bytes).digest();
  const known = admit(await evidenceRows(ctx.db, owner), sha256);
  if (known) return toEvidenceFile(known);

  const now = ctx.now();
  const random = randomUUID();
  const file = {
    id: uuidv7(now),
    ...owner,
    fileName: evidenceName(fileName, inspected.type),
    contentType: inspected.type,
    size: bytes.length,
    sha256,
    storageKey: `evidence/${random.slice(0, 2)}/${random}`,
    uploadedBy: actorRef(ctx.actor),
    createdTime: now,
    feedbackId: null,
    removedTime: null,
    removedMonths: null,
  };
  await keep(ctx, file, bytes);
  const row = await record(ctx, id, file);
  ctx.audit({ detail: { evidenceId: row.id, contentType: row.contentType, size: row.size } });
  return toEvidenceFile(row);
});

/** The row these bytes have already; undefined when they are new and there is room for them. */
function admit(rows: readonly EvidenceRow[], sha256: Buffer): EvidenceRow | undefined {
  const known = rows.find((row) => row.sha256.equals(sha256));
  if (known?.removedTime) throw appError('EVIDENCE_EXPIRED', { field: 'file' });
  if (!known && rows.length >= EVIDENCE_MAX_FILES)
    throw appError('EVIDENCE_TOO_MANY', { field: 'file', limit: EVIDENCE_MAX_FILES });
  return known;
}

async function keep(ctx: Context, file: EvidenceRow, bytes: Uint8Array): Promise<void> {
  const { cipher, files } = ctx.ports;
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    await files.put(file.storageKey, cipher.seal(plain, evidencePlace(file.id)));
  } catch (cause) {
    throw new AppError('UNAVAILABLE', undefined, { cause });
  }
}

/** Writes the row under the alert's lock, where everything is checked again; the file goes when it isn't wanted any more. */
async function record(ctx: Context, id: number, file: EvidenceRow): Promise<EvidenceRow> {
  const { files } = ctx.ports;
  try {
    const row = await commit(ctx, async (tx) => {
      const owner = await changeableEvidence(ctx, id, tx);
      const known = admit(await evidenceRows(tx, owner), file.sha256);
      if (known) return known;
      await insertEvidence(tx, { ...file, ...owner });
      return file;
    });
    if (row.id !== file.id) await files.remove(file.storageKey);
    return row;
  } catch (error) {
    // Only a refusal is certain to have written no row: after a broken commit the file has to stay.
    if (error instanceof AppError) await files.remove(file.storageKey);
    throw error;
  }
}
