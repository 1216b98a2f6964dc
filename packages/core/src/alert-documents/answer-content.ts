import { createHash } from 'node:crypto';
import { z } from 'zod';

/** As the answer was sealed; what later answers carry besides is none of the receipt's business. */
export const StoredContent = z.object({
  reason: z.string(),
  comments: z.string().nullish(),
  preventiveActions: z.string().nullish(),
  refundReference: z.string().nullish(),
  evidence: z.array(z.string()).default([]),
});
export type StoredContent = z.output<typeof StoredContent>;

export const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Told {
  alertId: string;
  number: number;
  key: string;
  submittedTime: string;
  action: string;
  told: string;
  refundAmount: string | null;
  currency: string;
  files: readonly { fileName: string; sha256: string }[];
}

/**
 * What was answered as one line of JSON: always these keys in this order, no blanks between them, so that whoever has the same facts gets
 * the same SHA-256.
 */
export function contentLine(told: Told, content: StoredContent): string {
  return JSON.stringify({
    alertId: told.alertId,
    number: told.number,
    key: told.key,
    submittedTime: told.submittedTime,
    action: told.action,
    told: told.told,
    refundAmount: told.refundAmount,
    currency: told.currency,
    reason: content.reason,
    comments: content.comments ?? null,
    preventiveActions: content.preventiveActions ?? null,
    refundReference: content.refundReference ?? null,
    evidence: told.files.map(({ fileName, sha256: digest }) => ({ fileName, sha256: digest })),
  });
}

const Reply = z.object({
  code: z.union([z.string(), z.number()]).transform(String),
  data: z
    .object({ status: z.string().regex(/^[A-Z_]{1,40}$/) })
    .optional()
    .catch(undefined),
});

/** What the alert network answered, from the interface log's text: its code and its word, nothing else of it. */
export function readReply(httpStatus: number | null, response: string | null) {
  if (response === null) return null;
  try {
    const { code, data } = Reply.parse(JSON.parse(response));
    return { httpStatus, code: code.slice(0, 20), status: data?.status ?? '' };
  } catch {
    return httpStatus === null ? null : { httpStatus, code: '', status: '' };
  }
}
