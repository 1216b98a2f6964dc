import { describe, expect, it } from 'vitest';
import { problemFields } from './problem-text.ts';

describe('A-332 the fields of a problem that was kept', () => {
  it.each([
    ['alertId: Invalid input: expected string, received null; amount: Invalid input', ['alertId', 'amount']],
    ['additionalInfo.orderId: Too long; additionalInfo.orderId: Bad', ['additionalInfo.orderId']],
    ['body: Invalid input', ['body']],
    ['not JSON', []],
    ['Lock wait timeout exceeded; try restarting transaction', []],
    ['amount: Invalid input; cut', []],
  ])('%s', (error, fields) => {
    expect(problemFields(error)).toEqual(fields);
  });
});
