import { describe, expect, it } from 'vitest';
import { coverageGaps, type OpenCard, type SeenGroup } from './coverage-gaps.ts';
import { gapOutput } from './gap-output.ts';

const seen = (part: Partial<SeenGroup> = {}): SeenGroup => ({
  descriptor: 'NORTH*SHOP',
  descriptorRegister: null,
  cardBin: '411111',
  caid: null,
  program: 'ETHOCA',
  matchTier: 'DESCRIPTOR',
  currency: 'USD',
  count: 1,
  lastTime: new Date('2026-11-20T00:00:00Z'),
  newestId: 1,
  amount: 10_0000n,
  ...part,
});
const card = (part: Partial<OpenCard> = {}): OpenCard => ({
  program: 'ETHOCA',
  matchDescriptor: 'NORTH*SHOP',
  cardBin: '411111',
  matchCaid: '',
  ...part,
});
const kinds = (groups: SeenGroup[], cards: OpenCard[]) => coverageGaps(groups, cards).map(({ kind }) => kind);

describe('what no open card covers exactly', () => {
  it.each([
    ['nobody has the descriptor', seen({ matchTier: 'MANUAL' }), [], 'DESCRIPTOR'],
    ['another descriptor', seen(), [card({ matchDescriptor: 'SOUTH' })], 'DESCRIPTOR'],
    ['another BIN', seen(), [card({ cardBin: '555555' })], 'BIN'],
    ['another CAID', seen({ caid: 'C2' }), [card({ matchCaid: 'C1' })], 'BIN'],
    ['a card without CAID', seen({ caid: 'C2', matchTier: 'EMPTY_CAID' }), [card()], 'CAID'],
    ['the card itself', seen({ descriptor: 'north*shop ' }), [card()], undefined],
    ['the card itself with its CAID', seen({ caid: 'c2' }), [card(), card({ matchCaid: 'C2' })], undefined],
    ['the enrolled form', seen({ descriptor: 'N SHOP', descriptorRegister: 'North*Shop' }), [card()], undefined],
    ['RDR by its descriptor', seen({ program: 'RDR' }), [card({ cardBin: '555555' })], undefined],
    ['an RDR card alone', seen(), [card({ program: 'RDR', cardBin: '' })], 'DESCRIPTOR'],
    ['no BIN to compare', seen({ cardBin: '1' }), [card({ cardBin: '555555' })], undefined],
    ['no descriptor at all', seen({ descriptor: ' ' }), [], undefined],
  ])('%s', (_, group, cards, kind) => {
    expect(kinds([group], cards)).toEqual(kind === undefined ? [] : [kind]);
  });

  it('counts a descriptor once however it is written, amounts by currency, never across', () => {
    const [gap, ...others] = coverageGaps(
      [
        seen({ count: 2, amount: 20_5000n, newestId: 5 }),
        seen({ descriptor: 'North*Shop', currency: 'EUR', newestId: 9, lastTime: new Date('2026-11-21T00:00:00Z') }),
        seen({ cardBin: '555555', count: 4, amount: 1_0000n, newestId: 7 }),
      ],
      [],
    );
    expect(others).toEqual([]);
    expect(gap && gapOutput(gap, false)).toEqual({
      descriptor: 'North*Shop',
      kind: 'DESCRIPTOR',
      count: 7,
      lastSeen: '2026-11-21T00:00:00.000Z',
      amounts: [
        { currency: 'USD', amount: 21.5, count: 6 },
        { currency: 'EUR', amount: 10, count: 1 },
      ],
      programs: ['ETHOCA'],
      tiers: ['DESCRIPTOR'],
      enrolable: true,
      variants: [
        { kind: 'DESCRIPTOR', alertId: 7, cardBinMasked: '5555**', caid: '', count: 4 },
        { kind: 'DESCRIPTOR', alertId: 9, cardBinMasked: '4111**', caid: '', count: 3 },
      ],
      variantCount: 2,
      dismissed: false,
    });
  });

  it('shows what nobody enrolled before what only fits loosely, the most frequent first', () => {
    const groups = [
      seen({ descriptor: 'LOOSE', cardBin: '555555', count: 90, newestId: 1 }),
      seen({ descriptor: 'RARE', newestId: 2 }),
      seen({ descriptor: 'OFTEN', count: 3, newestId: 3 }),
    ];
    const found = coverageGaps(groups, [card({ matchDescriptor: 'LOOSE' })]);
    expect(found.map(({ descriptor }) => descriptor)).toEqual(['OFTEN', 'RARE', 'LOOSE']);
  });

  it('what can’t stand on a card, or RDR alone carried, isn’t offered to enrol', () => {
    const output = (part: Partial<SeenGroup>) => coverageGaps([seen(part)], []).map((gap) => gapOutput(gap, false));
    expect(output({ descriptor: 'A=B' })).toMatchObject([{ enrolable: false }]);
    expect(output({ descriptor: 'X'.repeat(60) })).toMatchObject([{ enrolable: false }]);
    expect(output({ program: 'RDR' })).toMatchObject([{ enrolable: false, programs: ['RDR'] }]);
    expect(output({ cardBin: null })).toMatchObject([{ enrolable: true, variants: [{ cardBinMasked: null }] }]);
  });
});
