import { describe, expect, test } from 'vitest';
import { type AnswerValues, checkAnswer, EMPTY_ANSWER, fullRefund, readyAnswer } from './answer-rules.ts';

const ALERT = { id: 7, amount: 129.5, currency: 'USD' };
const answer = (part: Partial<AnswerValues>): AnswerValues => ({ ...EMPTY_ANSWER, reason: 'checked', ...part });

test('A-163 A-164 an empty form says what is missing, and is not ready', () => {
  expect(checkAnswer(EMPTY_ANSWER, ALERT)).toEqual({ action: 'action', reason: 'reason' });
  expect(readyAnswer(EMPTY_ANSWER, ALERT)).toBeUndefined();
});

test.each([
  ['a', 'reason'],
  [' a ', 'reason'],
  ['ok', undefined],
  ['x'.repeat(500), undefined],
  ['x'.repeat(501), 'reason'],
])('A-164 the reason has 2–500 characters', (reason, fault) => {
  expect(checkAnswer(answer({ action: 'IGNORE', reason }), ALERT).reason).toBe(fault);
});

describe('A-167 A-367 the refund', () => {
  test.each([
    ['', 'refundRequired'],
    ['0', 'refundNumber'],
    ['-5', 'refundNumber'],
    ['1e2', 'refundNumber'],
    ['abc', 'refundNumber'],
    ['129.5', undefined],
    ['129.50', undefined],
    ['0.01', undefined],
    ['129.51', 'refundTooHigh'],
    ['12.345', 'refundDecimals'],
    ['12.340', undefined],
  ])('of a USD 129.50 transaction: %j', (refundAmount, fault) => {
    expect(checkAnswer(answer({ action: 'REFUND', refundAmount }), ALERT).refundAmount).toBe(fault);
  });

  test.each([
    ['JPY', 1200, '1200', undefined],
    ['JPY', 1200, '100.5', 'refundDecimals'],
    ['KWD', 1.234, '1.234', undefined],
    ['KWD', 1.234, '1.235', 'refundTooHigh'],
  ])('has the decimals of %s', (currency, amount, refundAmount, fault) => {
    const faults = checkAnswer(answer({ action: 'REFUND', refundAmount }), { id: 7, amount, currency });
    expect(faults.refundAmount).toBe(fault);
  });

  test('is optional for fraud, and left out where no money goes back', () => {
    expect(readyAnswer(answer({ action: 'MARK_FRAUD' }), ALERT)?.refundAmount).toBeNull();
    expect(readyAnswer(answer({ action: 'MARK_FRAUD', refundAmount: '20' }), ALERT)?.refundAmount).toBe(20);
    expect(readyAnswer(answer({ action: 'CONFIRM_TRANSACTION', refundAmount: '20' }), ALERT)?.refundAmount).toBeNull();
  });
});

test.each([
  [129.5, 'USD', '129.50'],
  [1200, 'JPY', '1200'],
  [1.234, 'KWD', '1.234'],
  [10.009, 'USD', '10.00'],
])('the full refund of %f %s is %s, never more than the original', (amount, currency, text) => {
  expect(fullRefund({ amount, currency })).toBe(text);
});

test('A-168 comments have at most 1000 characters', () => {
  const comments = 'x'.repeat(1001);
  expect(checkAnswer(answer({ action: 'IGNORE', comments }), ALERT).comments).toBe('comments');
  expect(checkAnswer(answer({ action: 'IGNORE', preventiveActions: comments }), ALERT).preventiveActions).toBe(
    'comments',
  );
});

describe('A-159 A-367 evidence', () => {
  test('a dispute cannot be sent without any', () => {
    expect(checkAnswer(answer({ action: 'DISPUTE' }), ALERT)).toEqual({ evidence: 'evidenceRequired' });
    expect(readyAnswer(answer({ action: 'DISPUTE' }), ALERT)).toBeUndefined();
    expect(readyAnswer(answer({ action: 'DISPUTE', evidence: ['f1'] }), ALERT)?.evidence).toEqual(['f1']);
  });

  test('nothing is sent while files are on their way; other answers need none', () => {
    const dispute = answer({ action: 'DISPUTE', evidence: ['f1'] });
    expect(checkAnswer(dispute, ALERT, true)).toEqual({ evidence: 'evidenceBusy' });
    expect(readyAnswer(dispute, ALERT, true)).toBeUndefined();
    expect(checkAnswer(answer({ action: 'IGNORE' }), ALERT)).toEqual({});
  });
});

test('a ready answer is trimmed and has the alert’s id', () => {
  expect(readyAnswer(answer({ action: 'REFUND', reason: '  refunded #12 ', refundAmount: '129.50' }), ALERT)).toEqual({
    id: 7,
    action: 'REFUND',
    reason: 'refunded #12',
    refundAmount: 129.5,
    refundReference: null,
    comments: null,
    preventiveActions: null,
    evidence: [],
  });
});
