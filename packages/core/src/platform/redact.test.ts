import { describe, expect, it } from 'vitest';
import { BODY_LIMIT, redactBody, redactUrl } from './redact.ts';

const redact = (value: unknown) => JSON.parse(redactBody(JSON.stringify(value)) ?? 'null');

describe('A-245 A-373 what the interface log keeps', () => {
  it('hides secrets at any depth, whatever they are called', () => {
    const canary = 'canary-3f9a';
    const body = {
      sign: canary,
      signKey: canary,
      webhookSecret: canary,
      password: canary,
      data: [{ accessToken: canary, nested: { Authorization: canary, apiKey: canary, 'X-Signature': canary } }],
    };
    expect(redactBody(JSON.stringify(body))).not.toContain(canary);
  });

  it('masks card numbers, BIN, holder and mail address, and keeps the rest', () => {
    expect(
      redact({
        alertId: 'SBX-000001',
        cardBin: '411111',
        cardNumber: '4111111111111111',
        additionalInfo: { cardholderName: 'Zhang San', cvv: '123', cardLast4: '1111' },
        notifyEmail: 'zhang.san@example.com',
        amount: '19.90',
      }),
    ).toEqual({
      alertId: 'SBX-000001',
      cardBin: '4111**',
      cardNumber: '4111********1111',
      additionalInfo: { cardholderName: 'Z*******n', cvv: '***', cardLast4: '1111' },
      notifyEmail: 'zh***@example.com',
      amount: '19.90',
    });
  });

  it('A-327 tells what people wrote by its length alone, when that is asked for', () => {
    const body = JSON.stringify({
      reason: 'the customer agreed',
      comments: '已退款',
      alertId: 'SBX-1',
      refunded: 'YES',
    });
    expect(JSON.parse(redactBody(body, { words: true }) ?? '')).toEqual({
      reason: '[19 characters]',
      comments: '[3 characters]',
      alertId: 'SBX-1',
      refunded: 'YES',
    });
  });

  it.each([
    ['a card number inside a sentence', { remark: 'paid with 4111 1111-1111 1111 today' }, '1111 1111'],
    ['a card number in a number', { cardNumber: 4111111111111111 }, '41111111111'],
  ])('masks %s', (_, body, hidden) => {
    expect(redactBody(JSON.stringify(body))).not.toContain(hidden);
  });

  it('searches text that is not JSON', () => {
    expect(redactBody('a=1&sign=abcdef&pan=4111111111111111')).toBe('a=1&sign=***&pan=4111********1111');
    expect(redactBody('{"broken": "4111111111111111"')).toBe('{"broken": "4111********1111"');
  });

  it('leaves amounts, times and short numbers alone', () => {
    const body = { alertTime: 1_763_780_000_000, amount: 1234.5, arn: 'A123', at: '2026-11-22T03:00:00.000Z' };
    expect(redact(body)).toEqual(body);
  });

  it('cuts at 16 KiB without breaking a character and says how long it was', () => {
    const kept = redactBody(JSON.stringify({ remark: '预警'.repeat(10_000) })) ?? '';
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(BODY_LIMIT);
    expect(kept).toMatch(/[预警]…\[60013 bytes\]$/);
  });

  it('takes user info and secrets out of addresses', () => {
    expect(redactUrl('https://u:p@host/path?token=abc&id=1')).toBe('https://host/path?token=***&id=1');
  });

  it('keeps nothing of nothing', () => {
    expect(redactBody('')).toBeNull();
    expect(redactBody(undefined)).toBeNull();
  });
});
