import { describe, expect, it } from 'vitest';
import { contentHash } from './content.ts';
import { deadlineOf } from './deadline.ts';
import type { IncomingAlert } from './incoming.ts';
import { computeRisk } from './risk.ts';

const DETAILS: IncomingAlert['details'] = {
  cardType: null,
  cardBrand: null,
  issuer: null,
  cardholderName: null,
  transactionTime: null,
  orderId: null,
  riskScore: null,
  riskReason: null,
  authCode: null,
  threeDSecure: null,
  other: {},
};
const ALERT: IncomingAlert = {
  alertId: 'A-1',
  program: 'ETHOCA',
  descriptor: 'SHOP',
  descriptorRegister: null,
  cardBin: '411111',
  cardLast4: null,
  caid: null,
  amount: 100_000n,
  currency: 'USD',
  transactionId: null,
  merchantOrderId: null,
  arn: null,
  alertTime: new Date('2026-11-22T03:00:00Z'),
  answerBy: null,
  riskLevel: undefined,
  reasonCode: null,
  alertStatus: null,
  outcome: null,
  details: DETAILS,
};
const alert = (change: Partial<IncomingAlert>, details: Partial<IncomingAlert['details']> = {}): IncomingAlert => ({
  ...ALERT,
  ...change,
  details: { ...DETAILS, ...details },
});

describe('A-104 the level computed where none is sent', () => {
  it.each([
    ['nothing is known', {}, {}, 'MEDIUM'],
    ['a harmless reason', { reasonCode: '13.1' }, {}, 'LOW'],
    ['a low score', {}, { riskScore: '10' }, 'LOW'],
    ['a score that is no number', {}, { riskScore: 'high' }, 'MEDIUM'],
    ['a score of 70', {}, { riskScore: '70' }, 'MEDIUM'],
    ['a fraud code', { reasonCode: '10.4' }, {}, 'MEDIUM'],
    ['fraud in words', {}, { riskReason: '疑似盗刷' }, 'MEDIUM'],
    ['fraud and a high score', { reasonCode: '4837' }, { riskScore: '90' }, 'HIGH'],
    ['fraud and a large amount', { reasonCode: 'FRAUD', amount: 2_000_000n }, {}, 'HIGH'],
    ['fraud without 3-D Secure', { reasonCode: 'FRAUD' }, { threeDSecure: 'false' }, 'HIGH'],
    ['a large amount alone', { amount: 2_000_000n }, {}, 'MEDIUM'],
    ['199.99 is not large', { amount: 1_999_900n, reasonCode: '13.1' }, {}, 'LOW'],
    ['19,999 yen are not large', { amount: 199_990_000n, currency: 'JPY', reasonCode: '13.1' }, {}, 'LOW'],
    ['20,000 yen are', { amount: 200_000_000n, currency: 'JPY', reasonCode: '13.1' }, {}, 'MEDIUM'],
  ] as const)('%s', (_, change, details, expected) => {
    expect(computeRisk(alert(change, details))).toBe(expected);
  });
});

describe('by when to answer', () => {
  it.each([
    ['A-103 24 hours after the alert', null, '2026-11-23T03:00:00.000Z'],
    ['the provider’s own deadline', '2026-11-22T20:00:00Z', '2026-11-22T20:00:00.000Z'],
    ['also when it is later', '2026-11-25T03:00:00Z', '2026-11-25T03:00:00.000Z'],
    ['not when it lies before the alert', '2026-11-22T02:59:59Z', '2026-11-23T03:00:00.000Z'],
    ['not when it is the alert’s own time', '2026-11-22T03:00:00Z', '2026-11-23T03:00:00.000Z'],
  ])('%s', (_, answerBy, expected) => {
    const given = { alertTime: ALERT.alertTime, answerBy: answerBy === null ? null : new Date(answerBy) };
    expect(deadlineOf(given).toISOString()).toBe(expected);
  });
});

describe('A-354 what makes a repetition and what an update', () => {
  const hash = (of: IncomingAlert) => contentHash(of).toString('hex');

  it('other order of unknown fields is the same content', () => {
    const ab = alert({}, { other: { a: 1, b: { c: 2, d: [1, 2] } } });
    const ba = alert({}, { other: { b: { d: [1, 2], c: 2 }, a: 1 } });
    expect(hash(ab)).toBe(hash(ba));
  });

  it.each([
    ['amount', alert({ amount: 100_001n })],
    ['alert time', alert({ alertTime: new Date('2026-11-22T03:00:00.001Z') })],
    ['an unknown field', alert({}, { other: { x: 1 } })],
    ['order within a list', alert({}, { other: { list: [2, 1] } })],
    ['risk level', alert({ riskLevel: 'LOW' })],
  ])('%s makes it other content', (_, changed) => {
    expect(hash(changed)).not.toBe(hash(ALERT));
    expect(hash(changed)).not.toBe(hash(alert({}, { other: { list: [1, 2] } })));
  });
});
