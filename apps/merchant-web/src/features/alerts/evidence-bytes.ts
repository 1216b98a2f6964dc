import { fetchFile } from '../../app/session/files.ts';

const MB = 1024 * 1024;
/** Of what was looked at, the latest of it. */
const KEPT = 48 * MB;

/** By the file's id. Each reading stands in the audit log, so a file is read once and then kept while the page is open. */
const kept = new Map<string, Promise<Blob>>();
const sizes = new Map<string, number>();

export const evidencePath = (alertId: number, fileId: string) =>
  `/api/v1/alerts/${alertId}/evidence/${encodeURIComponent(fileId)}`;

/** The bytes of a file of evidence: what this page has uploaded or looked at isn't read again. Throws as a REST call does. */
export function evidenceBytes(alertId: number, fileId: string): Promise<Blob> {
  const known = kept.get(fileId);
  if (known) return known;
  const reading = fetchFile(evidencePath(alertId, fileId));
  keep(fileId, reading);
  reading.catch(() => kept.delete(fileId));
  return reading;
}

/** Whether showing it costs neither data nor a line in the audit log. */
export const isHere = (fileId: string) => kept.has(fileId);

/** What was uploaded from here needs no reading. */
export function rememberBytes(fileId: string, blob: Blob): void {
  keep(fileId, Promise.resolve(blob));
}

function keep(fileId: string, reading: Promise<Blob>): void {
  kept.set(fileId, reading);
  void reading.then(
    ({ size }) => {
      sizes.set(fileId, size);
      let total = [...sizes.values()].reduce((sum, one) => sum + one, 0);
      for (const [id, bytes] of sizes) {
        if (total <= KEPT || id === fileId) break;
        kept.delete(id);
        sizes.delete(id);
        total -= bytes;
      }
    },
    () => undefined,
  );
}
