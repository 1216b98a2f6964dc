import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackAfterNotice, outcomeOf } from './feedback-state.ts';
import { FEEDBACK_STATUSES } from './model.ts';

const NOTICES = ['ACCEPTED', 'REJECTED', 'EXPIRED', 'PREVENTED', 'CHARGEBACK', 'CANCELLED'] as const;
const FINAL = ['ACCEPTED', 'REJECTED', 'EXPIRED'];

describe('A-010 a status callback and the answer’s state', () => {
  it.each([
    ['QUEUED', 'ACCEPTED', 'ACCEPTED'],
    ['PENDING_RETRY', 'ACCEPTED', 'ACCEPTED'],
    ['SENT', 'ACCEPTED', 'ACCEPTED'],
    ['SENT', 'REJECTED', 'REJECTED'],
    ['SENT', 'EXPIRED', 'EXPIRED'],
    ['NONE', 'EXPIRED', 'EXPIRED'],
    ['NONE', 'ACCEPTED', 'NONE'],
    ['NONE', 'REJECTED', 'NONE'],
    ['SENT', 'PREVENTED', 'SENT'],
    ['SENT', 'CHARGEBACK', 'SENT'],
    ['QUEUED', 'CANCELLED', 'QUEUED'],
    ['ACCEPTED', 'REJECTED', 'ACCEPTED'],
    ['REJECTED', 'ACCEPTED', 'REJECTED'],
    ['EXPIRED', 'ACCEPTED', 'EXPIRED'],
  ] as const)('%s, then %s: %s', (current, notice, expected) => {
    expect(feedbackAfterNotice(current, notice)).toBe(expected);
  });

  it('whatever comes late, twice or in any order: the first final state stays', () => {
    const start = fc.constantFrom(...FEEDBACK_STATUSES);
    fc.assert(
      fc.property(start, fc.array(fc.constantFrom(...NOTICES)), (first, notices) => {
        let state = first;
        for (const notice of notices) {
          const next = feedbackAfterNotice(state, notice);
          if (FINAL.includes(state)) expect(next).toBe(state);
          if (next !== state) expect(next).toBe(notice);
          expect(feedbackAfterNotice(next, notice), 'twice').toBe(next);
          state = next;
        }
        const deciding = notices.find((notice) => FINAL.includes(notice) && (first !== 'NONE' || notice === 'EXPIRED'));
        if (!FINAL.includes(first)) expect(state).toBe(deciding ?? first);
      }),
    );
  });

  it('how the dispute ended is kept apart', () => {
    expect(NOTICES.map(outcomeOf)).toEqual([null, null, null, 'PREVENTED', 'CHARGEBACK', 'CANCELLED']);
  });
});
