import { EVIDENCE_MAX_BYTES } from '@forewarn/core/alerts/model';
import { AppError } from '@forewarn/core/kernel/errors';
import type { HttpContext } from '../http/doors.ts';
import { readBody } from '../webhooks/read-body.ts';

/** The file, and the form around it: its name, boundaries, other fields that clients add. */
export const UPLOAD_LIMIT = EVIDENCE_MAX_BYTES + 64 * 1024;

/**
 * The one file of a `multipart/form-data` body, in its field `file`. A body that announces too much is refused before any of it is
 * read. Errors: `EVIDENCE_TOO_LARGE`, `EVIDENCE_FORM`.
 */
export async function readFile(c: HttpContext): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new AppError('EVIDENCE_FORM', { field: 'file' });
  if (Number(c.req.header('content-length') ?? 0) > UPLOAD_LIMIT) throw tooLarge(c);
  const body = await readBody(c, UPLOAD_LIMIT);
  if (body === 'too-large') throw tooLarge(c);
  const files = await filesOf(body, type);
  const [file] = files;
  if (!file || files.length > 1) throw new AppError('EVIDENCE_FORM', { field: 'file' });
  return { ...c.req.param(), fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** The rest of the body is not read, so the connection can't be used again. */
function tooLarge(c: HttpContext): AppError {
  c.header('Connection', 'close');
  return new AppError('EVIDENCE_TOO_LARGE', { field: 'file' });
}

async function filesOf(body: Buffer, type: string): Promise<File[]> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return form.getAll('file').filter((value) => value instanceof File);
  } catch (cause) {
    throw new AppError('EVIDENCE_FORM', { field: 'file' }, { cause });
  }
}
