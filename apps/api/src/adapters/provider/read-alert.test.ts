import { amountToSql } from '@forewarn/core/kernel/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlert } from './read-alert.ts';

const ALERT = {
  alertId: 'A-1',
  descriptor: 'NORTH*SHOP',
  cardBin: '411111',
  caid: 'C1',
  amount: 19.9,
  currency: 'USD',
  transactionId: 'T-1',
  alertTime: '2026-11-22T03:00:00Z',
  riskLevel: 'HIGH',
  additionalInfo: { cardType: 'CREDIT', riskScore: 87, threeDSecure: true, colour: 'red' },
};

/** The alert with changed fields; a field given as undefined is left out. */
const read = (change: Record<string, unknown> = {}) => readAlert(Buffer.from(JSON.stringify({ ...ALERT, ...change })));
function readGood(change: Record<string, unknown> = {}) {
  const result = read(change);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
/** A body as text, so that numbers are written exactly so. */
function readAmount(source: string): string {
  const body = JSON.stringify({ ...ALERT, amount: 0 }).replace('"amount":0', `"amount":${source}`);
  const result = readAlert(Buffer.from(body));
  return result.ok ? amountToSql(result.value.amount) : result.error;
}

describe('A-096…A-105 the fields of an alert', () => {
  it('all of the document’s', () => {
    expect(readGood()).toMatchObject({
      alertId: 'A-1',
      descriptor: 'NORTH*SHOP',
      cardBin: '411111',
      caid: 'C1',
      amount: 199_000n,
      currency: 'USD',
      transactionId: 'T-1',
      alertTime: new Date('2026-11-22T03:00:00Z'),
      riskLevel: 'HIGH',
      program: 'ETHOCA',
      answerBy: null,
      details: {
        cardType: 'CREDIT',
        riskScore: '87',
        threeDSecure: 'true',
        other: { additionalInfo: { colour: 'red' } },
      },
    });
  });

  it.each(['alertId', 'descriptor', 'amount', 'currency', 'alertTime'])(
    '%s is required, and the error names it',
    (field) => {
      for (const value of [undefined, null]) {
        const result = read({ [field]: value });
        expect(result).toMatchObject({ ok: false, error: expect.stringContaining(`${field}: `) });
      }
    },
  );

  it.each(['cardBin', 'caid', 'transactionId', 'riskLevel', 'additionalInfo'])('%s may be absent or null', (field) => {
    for (const value of [undefined, null]) expect(read({ [field]: value }).ok).toBe(true);
  });

  it('A-099 an empty or blank caid is none', () => {
    expect([readGood({ caid: '' }).caid, readGood({ caid: '  ' }).caid]).toEqual([null, null]);
  });

  it('A-096 an alert id keeps its exact bytes; one with blanks at its ends is not guessed at', () => {
    expect(readGood({ alertId: 'a-1/Ä 日' }).alertId).toBe('a-1/Ä 日');
    expect(read({ alertId: ' A-1' }).ok).toBe(false);
    expect(read({ alertId: '' }).ok).toBe(false);
    expect(read({ alertId: 'x'.repeat(101) }).ok).toBe(false);
  });

  it('numbers where text is expected are read as written', () => {
    expect(readGood({ cardBin: 411111, alertId: 12345678901 })).toMatchObject({
      cardBin: '411111',
      alertId: '12345678901',
    });
  });

  it('the fields of the published format', () => {
    const published = {
      alertType: 'rdr',
      alertStatus: 'NEW',
      timeOut: '2026-11-22 20:00:00',
      reasonCode: '10.4',
      descriptorRegister: 'NORTH HQ',
      merchantOrderId: 'O-1',
      outcome: 'REFUNDED',
      arn: '74000000000000000000001',
      cardNumberMasked: '411111******1234',
    };
    expect(readGood(published)).toMatchObject({
      program: 'RDR',
      alertStatus: 'NEW',
      answerBy: new Date('2026-11-22T12:00:00Z'),
      reasonCode: '10.4',
      descriptorRegister: 'NORTH HQ',
      merchantOrderId: 'O-1',
      outcome: 'REFUNDED',
      arn: '74000000000000000000001',
      cardLast4: '1234',
    });
  });

  it('a deadline that cannot be read is none, and costs no alert', () => {
    for (const timeOut of ['soon', 24, null, {}]) expect(readGood({ timeOut }).answerBy).toBeNull();
  });

  it('an unknown alert type counts as one that needs an answer', () => {
    expect(readGood({ alertType: 'NEWTYPE' }).program).toBe('ETHOCA');
  });
});

describe('A-100 A-361 amounts lose nothing', () => {
  it.each([
    ['19.90', '19.9000'],
    ['"19.90"', '19.9000'],
    ['0.1', '0.1000'],
    ['1e2', '100.0000'],
    ['1.5E3', '1500.0000'],
    ['125e-2', '1.2500'],
    ['"1e2"', '100.0000'],
    ['1.234', '1.2340'],
    ['0', '0.0000'],
    ['999999999999999.9999', '999999999999999.9999'],
    ['0.30000000000000000', '0.3000'],
  ])('%s is %s', (source, expected) => {
    expect(readAmount(source)).toBe(expected);
  });

  it.each(['-1', '"abc"', '""', '0.00001', '1e99', '"1,000"', 'true', '{}'])('%s is set aside', (source) => {
    expect(readAmount(source)).toMatch(/^amount: /);
  });

  it('reads every amount JSON can write, exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n - 1n }), (amount) => {
        expect(readAmount(amountToSql(amount))).toBe(amountToSql(amount));
      }),
    );
  });
});

describe('A-101 A-104 currency and risk level', () => {
  it.each([
    ['usd', 'USD'],
    [' EUR ', 'EUR'],
  ])('currency %j', (currency, expected) => {
    expect(readGood({ currency }).currency).toBe(expected);
  });
  it.each(['US', 'DOLLAR', '', '840', 'U$D'])('no currency: %j', (currency) => {
    expect(read({ currency }).ok).toBe(false);
  });
  it.each([
    ['LOW', 'LOW'],
    ['medium', 'MEDIUM'],
    [' High ', 'HIGH'],
    ['CRITICAL', undefined],
    ['', undefined],
    [3, undefined],
    [null, undefined],
    [{}, undefined],
  ])('risk level %j', (riskLevel, expected) => {
    expect(readGood({ riskLevel }).riskLevel).toBe(expected);
  });
});

describe('A-105 what nobody has documented is kept', () => {
  it('unknown fields, at any depth, with numbers as they were written', () => {
    const body = JSON.stringify(ALERT).replace('"alertId"', '"later":{"n":1.10,"list":[null,true]},"alertId"');
    const result = readAlert(Buffer.from(body));
    expect(result).toMatchObject({
      ok: true,
      value: { details: { other: { later: { n: '1.10', list: [null, true] } } } },
    });
  });

  it('the signature of the body is not among it', () => {
    expect(readGood({ sign: 'abc' }).details.other).not.toHaveProperty('sign');
  });
});

describe('what is no alert is said so, never thrown', () => {
  it.each(['', '{', 'null', '[]', '7', '"text"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`])('%#', (body) => {
    expect(readAlert(Buffer.from(body))).toMatchObject({ ok: false, error: expect.any(String) });
  });

  it('whatever the fields hold', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(ALERT), 'timeOut', 'arn', '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (change) => {
        const result = read(change);
        if (!result.ok) expect(result.error.length).toBeLessThanOrEqual(900);
      }),
    );
  });
});
