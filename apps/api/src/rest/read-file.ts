import { EVIDENCE_MAX_BYTES } from '@forewarn/core/alerts/model';
import { IMPORT_MAX_BYTES } from '@forewarn/core/card-imports/model';
import { AppError, type ErrorCode } from '@forewarn/core/kernel/errors';
import type { HttpContext } from '../http/doors.ts';
import { readBody } from '../webhooks/read-body.ts';

/** What a route says of the file it takes. */
export interface UploadRules {
  /** Of the file itself. */
  maxBytes: number;
  /** The errors of a body that isn't such a form, and of one that is too large. */
  form: ErrorCode;
  tooLarge: ErrorCode;
}
export const EVIDENCE_UPLOAD: UploadRules = {
  maxBytes: EVIDENCE_MAX_BYTES,
  form: 'EVIDENCE_FORM',
  tooLarge: 'EVIDENCE_TOO_LARGE',
};
export const SHEET_UPLOAD: UploadRules = {
  maxBytes: IMPORT_MAX_BYTES,
  form: 'CARD_IMPORT_FORM',
  tooLarge: 'CARD_IMPORT_TOO_LARGE',
};

/** The form around a file: its name, boundaries, other fields that clients add. */
const AROUND = 64 * 1024;
export const UPLOAD_LIMIT = EVIDENCE_MAX_BYTES + AROUND;

/**
 * The one file of a `multipart/form-data` body, in its field `file`. A body that announces too much is refused before any of it is
 * read. Errors: as the rules name them.
 */
export async function readFile(c: HttpContext, rules: UploadRules): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? '';
  const limit = rules.maxBytes + AROUND;
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new AppError(rules.form, { field: 'file' });
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(c, rules);
  const body = await readBody(c, limit);
  if (body === 'too-large') throw tooLarge(c, rules);
  const files = await filesOf(body, type, rules);
  const [file] = files;
  if (!file || files.length > 1) throw new AppError(rules.form, { field: 'file' });
  return { ...c.req.param(), fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The rest of the body is not read, so the connection can't be used again. */
function tooLarge(c: HttpContext, rules: UploadRules): AppError {
  c.header('Connection', 'close');
  return new AppError(rules.tooLarge, { field: 'file' });
}

async function filesOf(body: Buffer, type: string, rules: UploadRules): Promise<File[]> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return form.getAll('file').filter((value) => value instanceof File);
  } catch (cause) {
    throw new AppError(rules.form, { field: 'file' }, { cause });
  }
}
