import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refundedValue } from './answer-rules.ts';
import { ANSWER_ACTIONS } from './model.ts';

it('A-172 docs/provider.md lists what each answer is sent as', () => {
  const page = readFileSync(new URL('../../../../docs/provider.md', import.meta.url), 'utf8');
  const table = new Map(
    [...page.matchAll(/^\| `([A-Z_]+)` \| `(\w+)`/gm)].map(([, action = '', refunded = '']) => [action, refunded]),
  );
  for (const action of ANSWER_ACTIONS)
    expect(table.get(action), action).toBe(refundedValue(action, { amount: action === 'REFUND' ? 100n : null }));
  expect(refundedValue('MARK_FRAUD', { amount: 100n })).toBe('refunded');
});
