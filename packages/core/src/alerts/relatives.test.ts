import { describe, expect, it } from 'vitest';
import { DEFAULT_CHARGEBACK_COST, readChargebackCost } from './chargeback-cost.ts';
import { type RefundRow, refundLeft, refundOfAlert } from './earlier-refunds.ts';
import type { DuplicateAlert } from './model.ts';
import { assessRisk } from './risk.ts';
import { sameTransaction, type TransactionKeys } from './same-transaction.ts';
import { type SuggestFacts, suggest } from './suggest.ts';
import { readThreeDSecure } from './three-d-secure.ts';

const NOW = new Date('2026-11-22T02:00:00.000Z');

const KEYS: TransactionKeys = {
  program: 'ETHOCA',
  arn: null,
  transactionId: null,
  cardBin: '411111',
  cardLast4: '1234',
  amount: 1_295_000n,
  currency: 'USD',
  alertTime: NOW,
  transactionTime: null,
  authCode: null,
};
const same = (a: Partial<TransactionKeys>, b: Partial<TransactionKeys> = {}) =>
  sameTransaction({ ...KEYS, ...a }, { ...KEYS, program: 'RDR', ...b });

describe('when two alerts are about one transaction', () => {
  it.each([
    ['the same ARN, whatever else differs', { arn: '74'.repeat(11) }, { arn: '74'.repeat(11), amount: 1n }, 'ARN'],
    ['the same transaction id', { transactionId: 'T-1', cardLast4: '9' }, { transactionId: 'T-1' }, 'TRANSACTION_ID'],
    ['card, amount and currency within days', {}, {}, 'CARD'],
    ['ids of two programs may differ', { transactionId: 'T-1' }, { transactionId: 'V-9' }, 'CARD'],
    [
      'transaction times a day apart',
      { transactionTime: '2026-11-20 10:00:00' },
      { transactionTime: '2026-11-21T09:59:00Z' },
      'CARD',
    ],
    ['an authorisation code on one side only', { authCode: '123456' }, {}, 'CARD'],
    ['the same authorisation code', { authCode: '123456' }, { authCode: '123456' }, 'CARD'],
  ])('%s', (_, a, b, by) => expect(same(a, b)).toBe(by));

  it.each([
    ['ARNs that differ', { arn: '1' }, { arn: '2' }],
    ['two ids within one program', { transactionId: 'T-1' }, { transactionId: 'T-2', program: 'ETHOCA' as const }],
    ['authorisation codes that differ', { authCode: '123456' }, { authCode: '654321' }],
    ['another amount', {}, { amount: 1_295_001n }],
    ['another currency', {}, { currency: 'EUR' }],
    ['no last digits', { cardLast4: null }, { cardLast4: null }],
    ['transaction times two days apart', { transactionTime: '2026-11-20' }, { transactionTime: '2026-11-22' }],
    ['alerts a week apart that don’t say when', {}, { alertTime: new Date('2026-11-29T02:00:00Z') }],
    ['blank keys', { arn: ' ', cardBin: '' }, { arn: ' ', cardBin: '' }],
  ])('not: %s', (_, a, b) => expect(same(a, b)).toBeNull());
});

const ROW: RefundRow = {
  id: 1,
  alertId: 'A-1',
  amount: '100.0000',
  currency: 'USD',
  alertTime: NOW,
  processAction: 'REFUND',
  processTime: NOW,
  refundAmount: '40.0000',
};

describe('what earlier refunds leave', () => {
  const left = (...rows: Partial<RefundRow>[]) =>
    refundLeft(
      1_000_000n,
      'USD',
      rows.flatMap((row) => refundOfAlert({ ...ROW, ...row }) ?? []),
    );
  it('nothing was refunded by an answer that keeps the money', () => {
    expect(refundOfAlert({ ...ROW, processAction: 'DISPUTE', refundAmount: null })).toBeNull();
    expect(left({ processAction: 'IGNORE', refundAmount: null })).toBe(1_000_000n);
  });
  it('parts add up', () => expect(left({}, { refundAmount: '25.5000' })).toBe(345_000n));
  it('never below nothing', () => expect(left({ refundAmount: '90.0000' }, {})).toBe(0n));
  it('the card network’s refund is the whole', () =>
    expect(left({ processAction: 'REFUNDED_BY_NETWORK', refundAmount: null })).toBe(0n));
  it('what can’t be added up counts as all: another currency, a refund that was only stated', () => {
    expect(left({ currency: 'EUR' })).toBe(0n);
    expect(left({ processAction: 'INVALID_REFUNDED_BEFORE', refundAmount: null })).toBe(0n);
  });
});

const FACTS: SuggestFacts = {
  amount: 1_295_000n,
  currency: 'USD',
  reasonCode: null,
  cardBrand: null,
  threeDSecure: null,
  deadline: new Date('2026-11-22T20:00:00.000Z'),
  duplicates: [],
  refunds: [],
  left: 1_295_000n,
  cardAlerts: 0,
  cardChargebacks: 0,
  cost: DEFAULT_CHARGEBACK_COST,
};
const advice = (facts: Partial<SuggestFacts>) => {
  const found = suggest({ ...FACTS, ...facts }, NOW);
  return found && [found.action, ...found.reasons.map(({ code }) => code)];
};
const refunds = [refundOfAlert({ ...ROW, processAction: 'REFUNDED_BY_NETWORK' })].filter((refund) => refund !== null);

describe('A-152 what is suggested, and why', () => {
  it.each<[string, Partial<SuggestFacts>, ReturnType<typeof advice>]>([
    ['nothing, where no rule says anything', {}, null],
    [
      'authenticated and fraud: the issuer is liable',
      { threeDSecure: 'Y', reasonCode: '10.4' },
      ['DISPUTE', 'THREE_DS'],
    ],
    ['authenticated doesn’t help against a consumer’s complaint', { threeDSecure: 'Y', reasonCode: '13.1' }, null],
    ['fraud without authentication', { threeDSecure: 'N', reasonCode: '4837' }, ['REFUND', 'FRAUD_WITHOUT_THREE_DS']],
    ['less than a chargeback costs', { amount: 150_000n }, ['REFUND', 'AMOUNT_BELOW_COST']],
    ['no currency is converted', { amount: 150_000n, currency: 'HKD' }, null],
    ['one weak sign is no advice', { cardAlerts: 1 }, [null, 'REPEAT_CARD']],
    [
      'a card that was charged back',
      { cardAlerts: 3, cardChargebacks: 1 },
      ['REFUND', 'CARD_CHARGED_BACK', 'REPEAT_CARD'],
    ],
    [
      'signs of equal weight against each other',
      { threeDSecure: 'Y', amount: 100_000n },
      [null, 'THREE_DS', 'AMOUNT_BELOW_COST'],
    ],
    [
      'refunded by the network before',
      { refunds, left: 0n, cardChargebacks: 1 },
      ['INVALID_DUPLICATE', 'REFUNDED_BY_NETWORK', 'CARD_CHARGED_BACK'],
    ],
    ['refunded in part: still open', { refunds }, null],
    ['little time is said, and is no argument', { deadline: new Date('2026-11-22T03:30:00Z') }, [null, 'LITTLE_TIME']],
    [
      'the other alert of the transaction is open',
      { duplicates: [{ id: 2, alertId: 'B', needsAnswer: true } as DuplicateAlert] },
      [null, 'OTHER_ALERT_OPEN'],
    ],
  ])('%s', (_, facts, expected) => expect(advice(facts)).toEqual(expected));

  it('figures come with what they rest on', () => {
    expect(suggest({ ...FACTS, amount: 99_000n }, NOW)?.reasons[0]?.facts).toEqual({
      amount: 9.9,
      currency: 'USD',
      cost: 15,
      source: DEFAULT_CHARGEBACK_COST.source,
    });
  });
  it('the operator’s own figures replace ours; unreadable ones don’t', () => {
    const own = { amounts: { CNY: 120 }, source: 'our acquirer, 2026' };
    expect(readChargebackCost(JSON.stringify(own))).toEqual(own);
    expect(readChargebackCost('{"amounts":{"USD":-1}}')).toBe(DEFAULT_CHARGEBACK_COST);
    expect(readChargebackCost('nonsense')).toBe(DEFAULT_CHARGEBACK_COST);
  });
});

describe('reading what networks write', () => {
  it.each([
    ['Y', 'AUTHENTICATED'],
    ['true', 'AUTHENTICATED'],
    ['05', 'AUTHENTICATED'],
    ['attempted', 'ATTEMPTED'],
    ['N', 'NONE'],
    ['07', 'NONE'],
    ['perhaps', null],
    [null, null],
  ])('3-D Secure %s: %s', (text, meaning) => expect(readThreeDSecure(text)).toBe(meaning));
});

describe('A-150 A-104 a rating of ours says what it rests on', () => {
  const details = { riskScore: null, riskReason: null, threeDSecure: null };
  it('points and what they were seen by', () => {
    const alert = {
      reasonCode: '10.4',
      cardBrand: null,
      amount: 2_500_000n,
      currency: 'USD',
      details: { ...details, threeDSecure: 'N' },
    };
    expect(assessRisk(alert)).toEqual({
      level: 'HIGH',
      reasons: [
        { code: 'FRAUD_REASON', points: 2, fact: '10.4' },
        { code: 'AMOUNT_HIGH', points: 1, fact: '200' },
        { code: 'NO_THREE_DS', points: 1, fact: 'N' },
      ],
    });
  });
  it('says so when there is nothing to go by', () => {
    const nothing = assessRisk({ reasonCode: null, cardBrand: null, amount: 10_000n, currency: 'USD', details });
    expect(nothing).toEqual({ level: 'MEDIUM', reasons: [{ code: 'NOTHING_SAID', points: 0, fact: '' }] });
    const harmless = assessRisk({ reasonCode: '13.1', cardBrand: null, amount: 10_000n, currency: 'USD', details });
    expect(harmless).toEqual({ level: 'LOW', reasons: [] });
  });
});
