import { describe, expect, it } from 'vitest';
import { type MatchCard, matchAlert } from './match.ts';

const at = new Date('2026-11-01T00:00:00Z');
const card = (cardId: number, merchantId: number, rest: Partial<MatchCard> = {}): MatchCard => ({
  cardId,
  merchantId,
  merchantStatus: 'ACTIVE',
  program: 'ETHOCA',
  matchDescriptor: 'SHOP',
  cardBin: '411111',
  matchCaid: '',
  registerTime: at,
  createdTime: at,
  ...rest,
});
const rdr = (cardId: number, merchantId: number, matchCaid = 'C1') =>
  card(cardId, merchantId, { program: 'RDR', cardBin: '', matchCaid });
const match = (keys: object, cards: MatchCard[]) => {
  const alert = { descriptor: 'SHOP', descriptorRegister: null, cardBin: null, caid: null, ...keys };
  const { tier, status, candidates, hold } = matchAlert(alert, cards, { deliverAmbiguous: false });
  return { tier, status, cards: candidates.map(({ cardId }) => cardId), hold };
};

describe('A-109 alerts and cards of two programs', () => {
  it('an RDR alert meets its RDR card by the CAID, whatever the issuer BIN', () => {
    const found = match({ program: 'RDR', cardBin: '555555', caid: 'C1' }, [rdr(1, 1)]);
    expect(found).toMatchObject({ tier: 'EXACT', status: 'MATCHED', cards: [1] });
  });

  it('an acquirer’s merchant is never taken for an issuer’s BIN: without one it is the descriptor alone', () => {
    expect(match({ program: 'ETHOCA', caid: 'C1' }, [rdr(1, 1)]).tier).toBe('DESCRIPTOR');
    expect(match({ program: 'RDR' }, [rdr(1, 1, '')]).tier).toBe('DESCRIPTOR');
  });

  it('of one merchant’s two cards the alert’s program decides', () => {
    const both = [card(1, 1, { matchCaid: 'C1' }), rdr(2, 1)];
    expect(match({ program: 'RDR', cardBin: '411111', caid: 'C1' }, both)).toMatchObject({
      status: 'MATCHED',
      cards: [2],
    });
    expect(match({ program: 'ETHOCA', cardBin: '411111', caid: 'C1' }, both)).toMatchObject({
      status: 'MATCHED',
      cards: [1],
    });
  });

  it('between two merchants it does not: a person decides', () => {
    const found = match({ program: 'RDR', cardBin: '411111', caid: 'C1' }, [
      card(1, 1, { matchCaid: 'C1' }),
      rdr(2, 2),
    ]);
    expect(found).toMatchObject({ status: 'MULTIPLE', hold: 'AMBIGUOUS_MERCHANTS', cards: [2, 1] });
  });
});
