import { z } from 'zod';
import type { HttpContext } from '../http/doors.ts';

const FileContent = z.object({ fileName: z.string(), contentType: z.string(), bytes: z.instanceof(Uint8Array) });

/** A file to save, never to show: what somebody uploaded is no page of ours. Not cached, because seeing it leaves a trace each time. */
export function sendFile(c: HttpContext, output: unknown): Response {
  const { fileName, contentType, bytes } = FileContent.parse(output);
  return c.body(bytes, 200, {
    'Content-Type': contentType,
    'Content-Length': String(bytes.length),
    'Content-Disposition': attachment(fileName),
    'Cache-Control': 'no-store',
  });
}

/** RFC 6266: an ASCII name for programs that know no better, and the real one (RFC 8187). */
export function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
