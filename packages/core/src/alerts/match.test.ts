import { describe, expect, it } from 'vitest';
import { normalizeKey } from '../cards/index.ts';
import { type FixtureCard, OWNERS } from './match.fixtures.ts';
import { type MatchCard, matchAlert } from './match.ts';
import { MATCH_CASES } from './match-cases.fixtures.ts';

interface NamedCard extends MatchCard {
  name: string;
}

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

/** As `registeredCards` gives them; that it gives no others is tested on the database (`match.db.test.ts`). */
function asCards(cards: readonly FixtureCard[]): NamedCard[] {
  return cards
    .map((card, index) => ({ card, cardId: index + 1 }))
    .filter(({ card }) => card.status === 'REGISTERED')
    .map(({ card, cardId }) => ({
      name: card.name,
      cardId,
      merchantId: Object.keys(OWNERS).indexOf(card.owner) + 1,
      merchantStatus: OWNERS[card.owner],
      matchDescriptor: normalizeKey(card.descriptor),
      cardBin: card.bin,
      matchCaid: normalizeKey(card.caid),
      registerTime: day(card.registered),
      createdTime: day(card.created),
    }));
}

it('A-340 the labelled set has at least 60 cases, each with a label of its own', () => {
  expect(MATCH_CASES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(MATCH_CASES.map(({ label }) => label)).size).toBe(MATCH_CASES.length);
});

describe('A-340 the labelled set, as rules', () => {
  it.each(MATCH_CASES)('$label', ({ cards, alert, deliverAmbiguous = false, expected }) => {
    const { descriptor = null, register = null, bin = null, caid = null } = alert;
    const keys = { descriptor, descriptorRegister: register, cardBin: bin, caid };
    for (const order of [asCards(cards), asCards(cards).reverse()]) {
      const found = matchAlert(keys, order, { deliverAmbiguous });
      expect({
        status: found.status,
        tier: found.tier,
        on: found.on,
        card: found.card?.name ?? null,
        candidates: found.candidates.map(({ name }) => name),
        hold: found.hold,
      }).toEqual({ candidates: expected.card === null ? [] : [expected.card], hold: null, ...expected });
    }
  });
});

it('A-112 cards of other descriptors among those given do no harm', () => {
  const cards = asCards(
    MATCH_CASES.flatMap((fixture) => fixture.cards.map((card) => ({ ...card, descriptor: 'ELSEWHERE' }))),
  );
  const keys = { descriptor: 'SHOP', descriptorRegister: null, cardBin: '411111', caid: '' };
  expect(matchAlert(keys, cards, { deliverAmbiguous: false }).status).toBe('UNMATCHED');
});
