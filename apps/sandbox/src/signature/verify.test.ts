import { describe, expect, it } from 'vitest';
import { verify } from './verify.ts';

const NOW = 1_790_000_000_000;
const BODY = Buffer.from('{"alertId":"A-1","reason":"退款"}', 'utf8');
/** echo -n '1790000000000.{"alertId":"A-1","reason":"退款"}' | openssl dgst -sha256 -hmac demo-sign-key */
const SIGNATURE = '2809c2510fcec492374fe0f1b412c797a11bd90d8408ebe4b806d925f696d7ef';

function hmac(change: { timestamp?: string; signature?: string | undefined; rawBody?: Buffer; now?: number } = {}) {
  const { now = NOW, ...request } = change;
  const given = { timestamp: String(NOW), signature: SIGNATURE, rawBody: BODY, fields: {}, ...request };
  return verify(given, { key: 'demo-sign-key', scheme: null, now });
}

describe('A-303 A-353 HMAC-SHA256 over timestamp and raw body', () => {
  it('takes what openssl signs, in either hex case', () => {
    expect(hmac()).toEqual({ ok: true, scheme: 'hmac-sha256' });
    expect(hmac({ signature: SIGNATURE.toUpperCase() })).toMatchObject({ ok: true });
  });

  it.each([
    ['another body', { rawBody: Buffer.from('{}') }],
    ['another timestamp', { timestamp: String(NOW + 1) }],
    ['a changed digit', { signature: SIGNATURE.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
    ['a shortened signature', { signature: SIGNATURE.slice(0, -1) }],
    ['no signature', { signature: undefined }],
    ['a timestamp in seconds', { timestamp: '1790000000' }],
    ['a clock 5 min 1 ms ahead', { now: NOW - 300_001 }],
    ['a clock 5 min 1 ms behind', { now: NOW + 300_001 }],
  ])('refuses %s', (_what, change) => {
    expect(hmac(change)).toMatchObject({ ok: false });
  });

  it('takes a clock that is exactly 5 minutes off', () => {
    expect(hmac({ now: NOW + 300_000 })).toMatchObject({ ok: true });
    expect(hmac({ now: NOW - 300_000 })).toMatchObject({ ok: true });
  });
});

describe('A-353 MD5 with salt over the sorted scalar fields', () => {
  const fields = { merchantNo: 'M-1', cardRef: 'c-9', amount: 12.5, caid: '', evidence: ['x'], none: null };
  /** echo -n 'amount=12.5&cardRef=c-9&merchantNo=M-1demo-sign-key' | md5sum */
  const sign = '47f7dfa778f7d80086f9e7aa4e1f9c60';
  const md5 = (body: Record<string, unknown>, scheme: 'md5-salt' | 'hmac-sha256' | null = null) =>
    verify(
      { timestamp: undefined, signature: undefined, rawBody: BODY, fields: body },
      { key: 'demo-sign-key', scheme, now: NOW },
    );

  it('leaves out empty and nested fields and the signature itself', () => {
    expect(md5({ ...fields, sign })).toEqual({ ok: true, scheme: 'md5-salt' });
    expect(md5({ ...fields, sign: sign.toUpperCase() }, 'md5-salt')).toMatchObject({ ok: true });
  });

  it('refuses a changed field and a scheme the merchant is not set up for', () => {
    expect(md5({ ...fields, amount: 12.51, sign })).toMatchObject({ ok: false });
    expect(md5({ ...fields, sign }, 'hmac-sha256')).toMatchObject({ ok: false });
    expect(md5(fields, 'md5-salt')).toMatchObject({ ok: false });
  });
});
