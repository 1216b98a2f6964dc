import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseCorrection, refuseSendAgain, type Tries } from './correction-rules.ts';
import { FEEDBACK_STATUSES, type FeedbackStatus } from './model.ts';

const NEVER: Tries = { underWay: false, unknown: false, delivered: false };
const answered = (feedbackStatus: FeedbackStatus) => ({ processStatus: 'PROCESSED' as const, feedbackStatus });

describe('A-363 whether an answer may be corrected', () => {
  it.each<[FeedbackStatus, Partial<Tries>, string | null]>([
    ['QUEUED', {}, null],
    ['QUEUED', { underWay: true }, 'ANSWER_UNDER_WAY'],
    ['PENDING_RETRY', {}, null],
    ['PENDING_RETRY', { unknown: true }, 'ANSWER_UNDER_WAY'],
    ['PENDING_RETRY', { underWay: true }, 'ANSWER_UNDER_WAY'],
    ['SENT', { delivered: true }, 'ANSWER_FINAL'],
    ['ACCEPTED', { delivered: true }, 'ANSWER_FINAL'],
    ['REJECTED', {}, null],
    ['REJECTED', { unknown: true }, null],
    ['EXPIRED', {}, null],
    ['EXPIRED', { unknown: true }, 'ANSWER_UNDER_WAY'],
    ['EXPIRED', { delivered: true }, 'ANSWER_FINAL'],
  ])('%s, %j: %s', (status, tries, expected) => {
    expect(refuseCorrection(answered(status), { ...NEVER, ...tries })).toBe(expected);
  });

  it('one that hasn’t been given is answered, not corrected', () => {
    const open = { processStatus: 'PENDING' as const, feedbackStatus: 'NONE' as const };
    expect(refuseCorrection(open, NEVER)).toBe('ANSWER_NOT_GIVEN');
    expect(refuseSendAgain(open, NEVER)).toBe('ANSWER_NOT_GIVEN');
  });

  it('whatever is known of the tries: what may have taken effect, unless it was refused, is never replaced', () => {
    const tries = fc.record({ underWay: fc.boolean(), unknown: fc.boolean(), delivered: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...FEEDBACK_STATUSES), tries, (status, known) => {
        const mayHave = known.underWay || ((known.unknown || known.delivered) && status !== 'REJECTED');
        if (mayHave) expect(refuseCorrection(answered(status), known)).not.toBeNull();
        if (refuseSendAgain(answered(status), known) === null) expect(status).toBe('EXPIRED');
      }),
    );
  });
});

describe('A-369 whether an answer may be sent again', () => {
  it.each<[FeedbackStatus, Partial<Tries>, string | null]>([
    ['EXPIRED', {}, null],
    ['EXPIRED', { unknown: true }, null],
    ['EXPIRED', { delivered: true }, 'ANSWER_FINAL'],
    ['EXPIRED', { underWay: true }, 'ANSWER_UNDER_WAY'],
    ['REJECTED', {}, 'ANSWER_FINAL'],
    ['QUEUED', {}, 'ANSWER_FINAL'],
  ])('%s, %j: %s', (status, tries, expected) => {
    expect(refuseSendAgain(answered(status), { ...NEVER, ...tries })).toBe(expected);
  });
});
