import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What a person typed → the origin the desktop talks to, or undefined. A bare host gets `https://`; `http` is taken for this
 * machine alone, because sign-in and card data travel here. Paths, queries and embedded credentials are refused, not dropped.
 */
export function parseServerAddress(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return undefined;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!secure || url.hostname === '' || url.username !== '' || url.password !== '') return undefined;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return undefined;
  return url.origin;
}

/** An address as typed; its output is the origin (`https://forewarn.example`). */
export const ServerAddress = z
  .string()
  .max(300)
  .transform((text, ctx) => {
    const origin = parseServerAddress(text);
    if (origin !== undefined) return origin;
    ctx.addIssue({ code: 'custom', message: 'server_address' });
    return z.NEVER;
  });
