import { expect, it } from 'vitest';
import { judgePast, type PastAlert } from './judge-past.ts';
import { RuleConditions } from './model.ts';

let number = 0;
const past = (part: Partial<PastAlert> = {}): PastAlert => {
  number += 1;
  return {
    ...{ id: number, alertId: `A-${number}`, alertTime: new Date(number * 1000), program: 'ETHOCA' },
    ...{ amount: 10_0000n, currency: 'USD', reasonCode: null, cardBrand: null, descriptor: 'SHOP', riskLevel: 'LOW' },
    ...{ processAction: null, refundAmount: null, outcome: null, transactionId: null, arn: null },
    ...part,
  };
};
const refunds = { conditions: RuleConditions.parse({ currency: 'USD', maxAmount: 50 }), action: 'REFUND' } as const;

it('says how often it agrees with people, names where it doesn’t, and what ended as a chargeback', () => {
  const result = judgePast(
    refunds,
    [],
    [
      past({ processAction: 'REFUND', refundAmount: 10_0000n }),
      past({ processAction: 'REFUND', refundAmount: 4_0000n, alertId: 'part' }),
      past({ processAction: 'IGNORE', outcome: 'CHARGEBACK', alertId: 'ignored' }),
      past(),
      past({ amount: 90_0000n }),
      past({ currency: 'EUR' }),
    ],
  );
  expect(result).toMatchObject({ past: 6, fits: 4, same: 1, different: 2, unanswered: 1, guarded: 0, chargebacks: 1 });
  expect(result.differences.map(({ alertId, answered }) => [alertId, answered])).toEqual([
    ['ignored', 'IGNORE'],
    ['part', 'REFUND'],
  ]);
  expect(result.chargebackAlerts.map(({ alertId }) => alertId)).toEqual(['ignored']);
});

it('a refund that would have been the second one counts as stopped, however the first was made', () => {
  const result = judgePast(
    refunds,
    [],
    [
      past({ program: 'RDR', processAction: 'REFUNDED_BY_NETWORK', arn: '1' }),
      past({ arn: '1', processAction: 'INVALID_REFUNDED_BEFORE' }),
      past({ transactionId: 'T', processAction: 'REFUND', refundAmount: 10_0000n }),
      past({ transactionId: 'T', processAction: 'IGNORE' }),
    ],
  );
  expect(result).toMatchObject({ past: 3, fits: 3, same: 1, different: 0, guarded: 2 });
});

it('rules that stand before it take theirs first; drafts don’t', () => {
  const first = { state: 'PAUSED', conditions: RuleConditions.parse({ descriptors: ['OTHER'] }) } as const;
  const draft = { state: 'DRAFT', conditions: RuleConditions.parse({}) } as const;
  const result = judgePast(refunds, [draft, first], [past(), past({ descriptor: 'other' })]);
  expect(result).toMatchObject({ past: 2, fits: 1, earlier: 1 });
});

it('nothing to look at: says so in numbers', () => {
  expect(judgePast(refunds, [], [])).toMatchObject({ past: 0, fits: 0, differences: [], chargebackAlerts: [] });
});
