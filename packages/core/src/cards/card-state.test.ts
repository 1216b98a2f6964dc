import { expect, it } from 'vitest';
import { CARD_EVENTS, CARD_STATES, type CardState, nextState, statusOf } from './card-state.ts';

it('A-079 A-080 A-345 every state has its status in the document’s words', () => {
  expect(CARD_STATES.map(statusOf)).toEqual([
    'DRAFT',
    'PENDING',
    'PENDING',
    'PENDING',
    'REGISTERED',
    'FAILED',
    'CLOSED',
    'CLOSED',
  ]);
});

it.each([
  ['enrolled at once', 'DRAFT', ['complete', 'submit', 'enrolled'], 'ACTIVE'],
  ['enrolled after a review', 'SAVED', ['submit', 'accepted', 'enrolled', 'remove', 'closed'], 'CLOSED'],
  ['refused, corrected, submitted again', 'SUBMITTED', ['refused', 'rekey', 'submit', 'accepted'], 'IN_REVIEW'],
  ['given up by us, yet the provider had it', 'SUBMITTED', ['refused', 'enrolled'], 'ACTIVE'],
  ['a new key of an enrolled one', 'ACTIVE', ['rekey'], 'SUBMITTED'],
  ['lost by the provider', 'IN_REVIEW', ['forgotten'], 'SUBMITTED'],
  ['opened again', 'ACTIVE', ['remove', 'closed', 'reopen'], 'SAVED'],
] as const)('A-346 %s', (_, from, events, to) => {
  let state: CardState = from;
  for (const event of events) {
    const next = nextState(state, event);
    if (next === undefined) throw new Error(`${event} is refused in ${state}`);
    state = next;
  }
  expect(state).toBe(to);
});

it('A-346 a late word of the provider opens nothing that is closed, and a draft is never sent', () => {
  for (const event of ['accepted', 'enrolled', 'refused'] as const)
    for (const state of ['CLOSING', 'CLOSED', 'DRAFT', 'SAVED'] as const)
      expect(nextState(state, event)).toBeUndefined();
  expect(nextState('DRAFT', 'submit')).toBeUndefined();
});

it('A-346 every state but DRAFT can be left for CLOSED, and every state is reached', () => {
  const reached = (from: (typeof CARD_STATES)[number]) => {
    const seen = new Set([from]);
    for (const state of seen) for (const event of CARD_EVENTS) seen.add(nextState(state, event) ?? state);
    return seen;
  };
  expect(reached('DRAFT').size).toBe(CARD_STATES.length);
  for (const state of CARD_STATES) expect(reached(state), state).toContain('CLOSED');
});
