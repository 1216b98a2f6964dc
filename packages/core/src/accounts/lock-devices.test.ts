import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, MINUTE } from '../kernel/time.ts';
import { accountGuard, confirmGuard, deviceGuard, nobodyGuard } from './guard-name.ts';
import { afterFailure, FAILURES_TO_LOCK, type GuardState, isLocked, LOCK_FOR } from './lock-rules.ts';

const OWNER = { realm: 'merchant', id: 7 } as const;
const HOME = createHash('sha256').update('home').digest();

/** Guards as the database keeps them: by name, open until something is counted. */
function guards() {
  const states = new Map<string, GuardState>();
  return {
    /** One sign-in: refused unseen while locked, counted when the password is wrong, forgotten when it is right. */
    attempt(key: { accountKey: Buffer }, right: boolean, now: Date): 'in' | 'checked' | 'locked' {
      const name = key.accountKey.toString('hex');
      const state = states.get(name) ?? { failures: 0, lockedUntil: null };
      const locked = isLocked(state, now);
      if (!locked && right) {
        states.set(name, { failures: 0, lockedUntil: null });
        return 'in';
      }
      states.set(name, afterFailure(state, now));
      return locked ? 'locked' : 'checked';
    },
  };
}

const START = new Date('2026-11-22T00:00:00Z');
/** What happens, and how many seconds later. */
const happenings = fc.array(
  fc.record({ who: fc.constantFrom('stranger', 'owner'), wait: fc.integer({ min: 0, max: 40 * 60 }) }),
  { maxLength: 80 },
);

describe('A-349 the lock and devices', () => {
  it('A-349 whatever strangers try, the owner gets in from a known device', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const book = guards();
        let now = START;
        for (const { who, wait } of list) {
          now = after(now, wait * 1000);
          if (who === 'stranger') book.attempt(accountGuard(OWNER), false, now);
          else expect(book.attempt(deviceGuard(OWNER, HOME), true, now)).toBe('in');
        }
      }),
    );
  });

  it('A-039 A-040 strangers get at most three passwords checked in any thirty minutes, and the owner’s sign-ins give them no more', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const book = guards();
        const checked: number[] = [];
        let now = START;
        for (const { who, wait } of list) {
          now = after(now, wait * 1000);
          if (who === 'owner') book.attempt(deviceGuard(OWNER, HOME), true, now);
          else if (book.attempt(accountGuard(OWNER), false, now) === 'checked') checked.push(now.getTime());
        }
        // Three in a row close the lock: the fourth waits for 30 minutes after the third.
        for (let i = FAILURES_TO_LOCK; i < checked.length; i += FAILURES_TO_LOCK)
          expect((checked[i] ?? 0) - (checked[i - 1] ?? 0)).toBeGreaterThanOrEqual(LOCK_FOR);
      }),
    );
  });

  it('A-040 a lock ends exactly after thirty minutes and tries don’t prolong it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 * 60 * 1000 - 1 }), { maxLength: 20 }), (tries) => {
        let state: GuardState = { failures: 0, lockedUntil: null };
        for (let i = 0; i < FAILURES_TO_LOCK; i++) state = afterFailure(state, START);
        for (const at of [...tries].sort((a, b) => a - b)) state = afterFailure(state, after(START, at));
        expect(isLocked(state, after(START, 30 * MINUTE - 1))).toBe(true);
        expect(isLocked(state, after(START, 30 * MINUTE))).toBe(false);
      }),
    );
  });

  it('every account, device and purpose has a guard of its own', () => {
    const other = { realm: 'staff', id: 7 } as const;
    const keys = [
      accountGuard(OWNER),
      accountGuard({ ...OWNER, id: 8 }),
      accountGuard(other),
      deviceGuard(OWNER, HOME),
      deviceGuard(OWNER, createHash('sha256').update('phone').digest()),
      deviceGuard(other, HOME),
      confirmGuard(OWNER),
      nobodyGuard('merchant', { kind: 'email', value: 'merchant#7' }),
    ];
    expect(new Set(keys.map(({ accountKey }) => accountKey.toString('hex'))).size).toBe(keys.length);
  });
});
