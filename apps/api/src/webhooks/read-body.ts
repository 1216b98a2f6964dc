import type { HttpContext } from '../http/doors.ts';

/** The raw bytes of the request, at most `limit`; a body without a declared length is cut off when it grows past it. */
export async function readBody(c: HttpContext, limit: number): Promise<Buffer | 'too-large'> {
  const incoming = c.env?.incoming;
  if (!incoming || !('on' in incoming)) {
    const whole = Buffer.from(await c.req.arrayBuffer());
    return whole.length > limit ? 'too-large' : whole;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return 'too-large';
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size);
}
