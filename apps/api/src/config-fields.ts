import { isIP } from 'node:net';
import type { Rate } from '@forewarn/core/ports/rate-counter';
import { z } from 'zod';

/** The forms that settings take in the environment; each message says what is expected. */

export const port = z.coerce.number('a port number').int('a port number').min(0).max(65_535, 'at most 65535');

/** `kid:base64-of-32-bytes[,kid:…]`: the first key seals and signs, all open and verify. */
export const keyList = z.string().transform((text, ctx) => {
  const keys = text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(':');
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const wrong = keys.some(({ id, key }) => !/^[\w.-]{1,40}$/.test(id) || key.length !== 32);
  const doubled = new Set(keys.map(({ id }) => id)).size !== keys.length;
  if (!wrong && !doubled) return keys;
  ctx.addIssue({
    code: 'custom',
    message: 'expected name:base64-of-32-bytes, comma-separated, names unique',
    input: '',
  });
  return z.NEVER;
});

/** `10.0.0.0/8, 2001:db8::/32, 192.0.2.1`; `loopback` for this machine. */
export const addressRanges = z.string().transform((text, ctx) => {
  const ranges = list(text).flatMap((range) => (range === 'loopback' ? ['127.0.0.0/8', '::1/128'] : [range]));
  const wrong = ranges.find((range) => !isRange(range));
  if (wrong === undefined) return ranges;
  ctx.addIssue({ code: 'custom', message: `"${wrong}" is not an IPv4 or IPv6 address or CIDR range`, input: text });
  return z.NEVER;
});

function isRange(range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** `calls/seconds`. */
export const rate = z
  .string()
  .regex(/^[1-9]\d*\/[1-9]\d*$/, 'expected calls/seconds, for example 300/60')
  .transform((text): Rate => {
    const [calls, seconds] = text.split('/').map(Number);
    return { calls: calls ?? 1, seconds: seconds ?? 1 };
  });

/** An http(s) address without trailing slash. */
export const webUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http(s) address' })
  .transform((text) => text.replace(/\/+$/, ''));

export const url = (...protocols: string[]) =>
  z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`), error: `expected ${protocols[0]}://…` });

export const flag = z.stringbool({ error: 'expected true or false' });

/** `127.0.0.1:4020, chat.example.com`: a name or address, with its port unless that is the protocol's own. */
export const hosts = z.string().transform((text, ctx) => {
  const names = list(text);
  const wrong = names.find((name) => !URL.canParse(`http://${name}`) || new URL(`http://${name}`).host !== name);
  if (wrong === undefined) return names;
  ctx.addIssue({ code: 'custom', message: `"${wrong}" is not a host or host:port`, input: text });
  return z.NEVER;
});

/** Names of `count` fields, comma-separated, in order. */
export const fieldNames = (count: number) =>
  z
    .string()
    .transform(list)
    .refine((names) => names.length === count, `expected ${count} field names, comma-separated`);

export const origins = z.string().transform(list);

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
