import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerableAlert, checkRefund, processStatusAfter, refundedValue, refuseAnswer } from './answer-rules.ts';
import { ANSWER_ACTIONS, AnswerInput } from './model.ts';

const OPEN: AnswerableAlert = {
  program: 'ETHOCA',
  matchStatus: 'MATCHED',
  holdReason: null,
  processStatus: 'PENDING',
  amount: 199_000n,
  currency: 'USD',
};

describe('which alerts take an answer', () => {
  it.each([
    ['an open one', {}, null],
    ['one of several cards', { matchStatus: 'MULTIPLE' }, null],
    ['A-363 one answered already', { processStatus: 'PROCESSED' }, 'ALERT_ALREADY_ANSWERED'],
    ['A-363 one ignored already', { processStatus: 'IGNORED' }, 'ALERT_ALREADY_ANSWERED'],
    ['one without a merchant', { matchStatus: 'UNMATCHED' }, 'ALERT_HELD'],
    ['A-350 one held', { holdReason: 'MERCHANT_SUSPENDED' }, 'ALERT_HELD'],
    ['one the network has refunded', { program: 'RDR', processStatus: 'PROCESSED' }, 'ALERT_NEEDS_NO_ANSWER'],
  ] as const)('%s', (_, change, expected) => {
    expect(refuseAnswer({ ...OPEN, ...change })).toBe(expected);
  });
});

describe('A-167 A-367 the refund amount', () => {
  it.each([
    ['REFUND', 19.9, { amount: 199_000n }],
    ['REFUND', 0.01, { amount: 100n }],
    ['REFUND', 19.91, 'REFUND_AMOUNT_TOO_HIGH'],
    ['REFUND', 1e15, 'REFUND_AMOUNT_TOO_HIGH'],
    ['REFUND', 0, 'REFUND_AMOUNT_REQUIRED'],
    ['REFUND', -1, 'REFUND_AMOUNT_REQUIRED'],
    ['REFUND', null, 'REFUND_AMOUNT_REQUIRED'],
    ['REFUND', undefined, 'REFUND_AMOUNT_REQUIRED'],
    ['REFUND', 10.001, 'REFUND_AMOUNT_PRECISION'],
    ['REFUND', 1e-7, 'REFUND_AMOUNT_PRECISION'],
    ['MARK_FRAUD', 5, { amount: 50_000n }],
    ['MARK_FRAUD', undefined, { amount: null }],
    ['CONFIRM_TRANSACTION', 5, 'REFUND_AMOUNT_UNEXPECTED'],
    ['DISPUTE', 5, 'REFUND_AMOUNT_UNEXPECTED'],
    ['IGNORE', 5, 'REFUND_AMOUNT_UNEXPECTED'],
    ['INVALID_REFUNDED_BEFORE', 5, 'REFUND_AMOUNT_UNEXPECTED'],
    ['IGNORE', null, { amount: null }],
  ] as const)('%s of %s', (action, amount, expected) => {
    expect(checkRefund(action, amount, OPEN)).toEqual(expected);
  });

  it.each([
    ['JPY', 500, { amount: 5_000_000n }],
    ['JPY', 500.5, 'REFUND_AMOUNT_PRECISION'],
    ['KWD', 1.234, { amount: 12_340n }],
    ['KWD', 1.2345, 'REFUND_AMOUNT_PRECISION'],
  ] as const)('decimals of %s: %s', (currency, amount, expected) => {
    expect(checkRefund('REFUND', amount, { ...OPEN, amount: 10n ** 12n, currency })).toEqual(expected);
  });

  it('never lets more than the transaction through, and never anything of zero or less', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.constantFrom(...ANSWER_ACTIONS), (amount, action) => {
        const refund = checkRefund(action, amount, OPEN);
        if (typeof refund === 'string' || refund.amount === null) return;
        expect(refund.amount > 0n && refund.amount <= OPEN.amount).toBe(true);
      }),
    );
  });
});

describe('what each answer becomes', () => {
  it.each([
    ['A-157', 'CONFIRM_TRANSACTION', 'ignore', 'PROCESSED'],
    ['A-158', 'REFUND', 'refunded', 'PROCESSED'],
    ['A-159', 'DISPUTE', 'ignore', 'PROCESSED'],
    ['A-160', 'MARK_FRAUD', 'ignore', 'PROCESSED'],
    ['A-161', 'IGNORE', 'ignore', 'IGNORED'],
    ['', 'INVALID_NOT_FOUND', 'notfound', 'PROCESSED'],
    ['', 'INVALID_CHARGEBACK_BEFORE', 'chargeback_beforealert', 'PROCESSED'],
    ['', 'INVALID_REFUNDED_BEFORE', 'refunded_beforealert', 'PROCESSED'],
    ['', 'INVALID_TRANSACTION_FAILED', 'transaction_failed', 'PROCESSED'],
    ['', 'INVALID_DUPLICATE', 'duplicate_alert', 'PROCESSED'],
  ] as const)('%s %s is sent as %s and makes the record %s', (_, action, refunded, status) => {
    expect(refundedValue(action, { amount: null })).toBe(refunded);
    expect(processStatusAfter(action)).toBe(status);
  });

  it('A-160 fraud with money back is sent as refunded', () => {
    expect(refundedValue('MARK_FRAUD', { amount: 1n })).toBe('refunded');
  });
});

describe('A-162 the answer’s fields', () => {
  const good = { id: 1, action: 'IGNORE', reason: 'ok' };
  it.each([
    ['A-162 everything', { evidence: ['f1'], comments: 'c', preventiveActions: 'p' }, true],
    ['A-163 no action', { action: undefined }, false],
    ['A-163 an unknown action', { action: 'REFUNDED' }, false],
    ['A-164 a reason of one character', { reason: 'x' }, false],
    ['A-164 a reason of blanks', { reason: '   ' }, false],
    ['A-164 a reason of 500', { reason: 'x'.repeat(500) }, true],
    ['A-164 a reason of 501', { reason: 'x'.repeat(501) }, false],
    ['A-168 comments of 1000', { comments: 'x'.repeat(1000) }, true],
    ['A-168 comments of 1001', { comments: 'x'.repeat(1001) }, false],
    ['A-168 no comments', { comments: null }, true],
    ['A-167 an amount that is text', { action: 'REFUND', refundAmount: '5' }, false],
    ['A-162 eleven files', { evidence: Array(11).fill('f') }, false],
  ])('%s', (_, change, expected) => {
    expect(AnswerInput.safeParse({ ...good, ...change }).success).toBe(expected);
  });
});
