import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacSignature, md5Signature, verifySignature } from './signature.ts';

const SWITCHES = { signField: 'sign', signUppercase: false, signEmpty: false };
const NEW = { keyId: 'k-new', secret: 'new-secret' };
const OLD = { keyId: 'k-old', secret: 'old-secret' };
const AT = '1795316400000';
const BODY = '{"alertId":"A-1","amount":19.90}';

function request(body: string | Buffer, headers: Record<string, string> = {}) {
  const names = new Map(Object.entries(headers));
  return { body: Buffer.from(body), header: (name: string) => names.get(name) };
}
const signed = (secret: string, body: string | Buffer = BODY, at = AT) => ({
  'x-timestamp': at,
  'x-signature': hmacSignature(secret, at, Buffer.from(body)),
});
const verify = (body: string | Buffer, headers?: Record<string, string>, secrets = [NEW, OLD]) =>
  verifySignature(request(body, headers), secrets, SWITCHES);

describe('A-093 A-303 HMAC-SHA256 over timestamp and raw bytes', () => {
  it('is what the contract says', () => {
    const expected = createHmac('sha256', 'new-secret').update(`${AT}.${BODY}`).digest('hex');
    expect(hmacSignature('new-secret', AT, BODY)).toBe(expected);
    expect(expected).toMatch(/^[0-9a-f]{64}$/);
  });

  it('A-352 both secrets of a rotation are valid, and which one matched is told', () => {
    expect(verify(BODY, signed('new-secret'))).toMatchObject({
      ok: true,
      keyId: 'k-new',
      signedTime: new Date(Number(AT)),
    });
    expect(verify(BODY, signed('old-secret'))).toMatchObject({ ok: true, keyId: 'k-old' });
    expect(verify(BODY, signed('old-secret'), [NEW])).toEqual({ ok: false, reason: 'mismatch' });
    expect(verify(BODY, signed('new-secret'), [])).toEqual({ ok: false, reason: 'mismatch' });
  });

  it('takes upper-case hex and blanks around it', () => {
    const { 'x-timestamp': at, 'x-signature': hex } = signed('new-secret');
    expect(verify(BODY, { 'x-timestamp': ` ${at} `, 'x-signature': ` ${hex.toUpperCase()} ` })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['no timestamp', { 'x-timestamp': '' }],
    ['a timestamp in seconds', { 'x-timestamp': '1795316400' }],
    ['a timestamp that is no number', { 'x-timestamp': 'yesterday' }],
    ['an empty signature', { 'x-signature': '' }],
    ['half a signature', { 'x-signature': 'ab'.repeat(16) }],
    ['a signature that is no hex', { 'x-signature': 'z'.repeat(64) }],
  ])('refuses %s', (_, change) => {
    expect(verify(BODY, { ...signed('new-secret'), ...change })).toEqual({ ok: false, reason: 'missing' });
  });

  it('signed bytes that are no JSON are malformed, unsigned ones are not let in to say so', () => {
    expect(verify('{oops', signed('new-secret', '{oops'))).toEqual({ ok: false, reason: 'malformed' });
    expect(verify('{oops', signed('wrong', '{oops'))).toEqual({ ok: false, reason: 'mismatch' });
  });

  it('refuses any flipped bit of body, timestamp or signature', () => {
    const json = fc.json({ maxDepth: 2 }).map((text) => Buffer.from(text));
    fc.assert(
      fc.property(json, fc.nat(), fc.nat(), (body, position, time) => {
        const headers = signed('new-secret', body);
        expect(verify(body, headers).ok).toBe(true);
        const flipped = Buffer.from(body);
        const bit = position % (body.length * 8);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(verify(flipped, headers).ok).toBe(false);

        const bytes = Buffer.from(headers['x-signature'], 'hex');
        bytes[position % 32] = (bytes[position % 32] ?? 0) ^ (1 << (position & 7));
        expect(verify(body, { ...headers, 'x-signature': bytes.toString('hex') }).ok).toBe(false);

        const other = String(1_700_000_000_000 + (time % 90_000_000_000));
        if (other !== AT) expect(verify(body, { ...headers, 'x-timestamp': other }).ok).toBe(false);
      }),
    );
  });
});

describe('A-303 A-353 the provider’s published MD5 salt', () => {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');

  it('sorts, skips empty ones, lists and objects, and appends the key', () => {
    const fields = { b: 2, a: '中', Z: true, empty: '', none: null, list: [1], object: {}, sign: 'x' };
    expect(md5Signature('key', fields, SWITCHES)).toBe(md5('Z=true&a=中&b=2key'));
    expect(md5Signature('key', fields, { ...SWITCHES, signEmpty: true })).toBe(md5('Z=true&a=中&b=2&empty=&none=key'));
    expect(md5Signature('key', fields, { ...SWITCHES, signUppercase: true })).toBe(
      md5('Z=true&a=中&b=2key').toUpperCase(),
    );
  });

  const sign = (secret: string, text: string) => `{"alertId":"A-1","sign":"${md5(`alertId=A-1${text}${secret}`)}"`;

  it('A-352 tries every secret, and takes no time from the body', () => {
    expect(verify(`${sign('old-secret', '')}}`)).toMatchObject({ ok: true, keyId: 'k-old', signedTime: null });
    expect(verify(`${sign('another', '')}}`)).toEqual({ ok: false, reason: 'mismatch' });
  });

  it.each(['19.90', '1.0', '100', '1e2', '12345678901234567890', '0.1'])(
    'A-100 signs the number %s as it is written',
    (number) => {
      const signature = md5(`alertId=A-1&amount=${number}new-secret`);
      expect(verify(`{"amount":${number},"alertId":"A-1","sign":"${signature}"}`)).toMatchObject({
        ok: true,
        keyId: 'k-new',
      });
    },
  );

  it.each([
    ['no sign field', '{"alertId":"A-1"}'],
    ['a sign that is no hex', '{"alertId":"A-1","sign":"zzz"}'],
    ['a sign that is no text', '{"alertId":"A-1","sign":7}'],
    ['a list', '[1,2]'],
    ['a number', '7'],
    ['null', 'null'],
  ])('refuses %s', (_, body) => {
    expect(verify(body)).toEqual({ ok: false, reason: 'missing' });
  });

  it('what is no JSON is malformed', () => {
    expect(verify('amount=1&sign=x')).toEqual({ ok: false, reason: 'malformed' });
    expect(verify('')).toEqual({ ok: false, reason: 'malformed' });
  });

  it('refuses any other value of a signed field', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (value, other) => {
        const sealed = (descriptor: string) =>
          JSON.stringify({ descriptor, sign: md5Signature('new-secret', { descriptor: value }, SWITCHES) });
        expect(verify(sealed(value)).ok).toBe(true);
        if (other !== value) expect(verify(sealed(other)).ok).toBe(false);
      }),
    );
  });
});
