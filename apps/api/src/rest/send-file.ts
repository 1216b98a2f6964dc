import { z } from 'zod';
import type { HttpContext } from '../http/doors.ts';

const Named = z.object({ fileName: z.string(), contentType: z.string() });
const FileContent = z.union([
  Named.extend({ bytes: z.instanceof(Uint8Array) }),
  Named.extend({
    size: z.number(),
    chunks: z.custom<AsyncIterable<Uint8Array>>((value) => Symbol.asyncIterator in Object(value)),
  }),
]);

/** A file to save, never to show (a large one as it is read, at the caller's pace): what somebody uploaded is no page of ours. Not cached, because seeing it leaves a trace each time. */
export function sendFile(c: HttpContext, output: unknown): Response {
  const { fileName, contentType, ...content } = FileContent.parse(output);
  const [body, size] =
    'bytes' in content ? [content.bytes, content.bytes.length] : [streamOf(content.chunks), content.size];
  return c.body(body, 200, {
    'Content-Type': contentType,
    'Content-Length': String(size),
    'Content-Disposition': attachment(fileName),
    'Cache-Control': 'no-store',
  });
}

/** A piece is asked for when the caller has taken the one before; none any more once the caller has gone. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream {
  const pieces = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return?.();
    },
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
