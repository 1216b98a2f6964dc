import { z } from 'zod';
import { Instant } from '../kernel/time.ts';

/** what evidence may be; the content decides, not the name. */
export const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];
/** bytes of one file, this many included. */
export const EVIDENCE_MAX_BYTES = 10 * 1024 * 1024;
/** files of one alert. */
export const EVIDENCE_MAX_FILES = 10;

const AlertNumber = z.coerce.number<number | string>().int().positive();
const Bytes = z.instanceof(Uint8Array);

export const EvidenceFile = z.object({
  id: z.string(),
  /** As uploaded, without what a file system could misread; its extension fits the content. */
  fileName: z.string(),
  contentType: z.enum(EVIDENCE_TYPES),
  /** Bytes. */
  size: z.number().int(),
  createdTime: Instant,
  /** Part of an answer that was given: it stays its proof. */
  answered: z.boolean(),
  /** Its bytes were removed at the end of the operator's term; what it was is still known. */
  removed: z.object({ time: Instant, months: z.number().int() }).nullable(),
});
export type EvidenceFile = z.output<typeof EvidenceFile>;

/** `id` is the alert's. */
export const EvidenceUpload = z.object({ id: AlertNumber, fileName: z.string(), bytes: Bytes });
export const EvidenceId = z.object({ id: AlertNumber, evidenceId: z.uuid() });
export const EvidenceContent = z.object({ fileName: z.string(), contentType: z.enum(EVIDENCE_TYPES), bytes: Bytes });
