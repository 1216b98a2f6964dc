import type { IncomingMessage } from 'node:http';
import type { HttpContext } from '../http/doors.ts';

/** The raw bytes of the request, at most `limit`; a body without a declared length is cut off when it grows past it. */
export async function readBody(c: HttpContext, limit: number): Promise<Buffer | 'too-large'> {
  const incoming = c.env?.incoming;
  if (incoming && 'on' in incoming) return readStream(incoming as IncomingMessage, limit);
  const whole = Buffer.from(await c.req.arrayBuffer());
  return whole.length > limit ? 'too-large' : whole;
}

/** By its events: on the busiest path of the product an async iterator would cost as much as the signature. */
function readStream(incoming: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        incoming.pause();
        resolve('too-large');
      } else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)));
    incoming.on('error', reject);
    incoming.on('close', () => reject(new Error('the caller went away before its body was here')));
  });
}
