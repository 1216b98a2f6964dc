import { card, type FixtureAlert, type FixtureCard, type MatchFixture } from './match.fixtures.ts';

type Expected = MatchFixture['expected'];
const hit = (tier: Expected['tier'], name: string, more: Partial<Expected> = {}): Expected => ({
  status: 'MATCHED',
  tier,
  on: 'descriptor',
  card: name,
  ...more,
});
const many = (tier: Expected['tier'], candidates: string[], more: Partial<Expected> = {}): Expected =>
  hit(tier, candidates[0] ?? '', { status: 'MULTIPLE', candidates, ...more });
const NONE: Expected = { status: 'UNMATCHED', tier: null, on: null, card: null, candidates: [] };
const AMBIGUOUS = { hold: 'AMBIGUOUS_MERCHANTS' } as const;

const one = (label: string, cards: FixtureCard[], alert: FixtureAlert, expected: Expected): MatchFixture => ({
  label,
  cards,
  alert,
  expected,
});

const full = card('full', 'A', 'NORTH*SHOP', '411111', 'CAID1');
const open = card('open', 'A', 'NORTH*SHOP', '411111');
const other = card('other', 'A', 'NORTH*SHOP', '555555', 'CAID9');
const push = { descriptor: 'NORTH*SHOP', bin: '411111', caid: 'CAID1' };

/** A-109…: which tier hits, and that the first that does ends the search. */
export const TIER_CASES: MatchFixture[] = [
  one('A-109 all three equal', [full], push, hit('EXACT', 'full')),
  one('A-109 exact beats a card without caid', [open, full], push, hit('EXACT', 'full')),
  one(
    'A-109 exact beats a later card of the same descriptor',
    [full, { ...other, created: 9 }],
    push,
    hit('EXACT', 'full'),
  ),
  one('A-110 card without caid', [open], push, hit('EMPTY_CAID', 'open')),
  one(
    'A-110 card without caid beats a later one of another BIN',
    [open, { ...other, created: 9 }],
    push,
    hit('EMPTY_CAID', 'open'),
  ),
  one(
    'A-110 another caid of the same BIN does not hit this tier',
    [{ ...full, caid: 'CAID2' }, open],
    push,
    hit('EMPTY_CAID', 'open'),
  ),
  one('A-111 another BIN', [other], push, hit('DESCRIPTOR', 'other')),
  one('A-111 another caid, no card without one', [full], { ...push, caid: 'CAID7' }, hit('DESCRIPTOR', 'full')),
  one('A-111 another BIN and caid', [full], { ...push, bin: '400000', caid: 'X' }, hit('DESCRIPTOR', 'full')),
  one('A-112 all three tiers could hit: exact wins', [other, open, full], push, hit('EXACT', 'full')),
  one('A-112 tiers two and three could hit: two wins', [other, open], push, hit('EMPTY_CAID', 'open')),
  one('A-357 push without caid, the only card has one', [full], { ...push, caid: null }, hit('DESCRIPTOR', 'full')),
  one('A-357 push with an empty caid, the only card has one', [full], { ...push, caid: '' }, hit('DESCRIPTOR', 'full')),
  one(
    'A-357 push with a blank caid, the card has none: equal, so exact',
    [open],
    { ...push, caid: '  ' },
    hit('EXACT', 'open'),
  ),
  one(
    'A-357 push without caid, a card without and one with',
    [full, open],
    { ...push, caid: null },
    hit('EXACT', 'open'),
  ),
  one('A-111 push without BIN', [full], { ...push, bin: null }, hit('DESCRIPTOR', 'full')),
  one('A-111 push with the descriptor alone', [full], { descriptor: 'NORTH*SHOP' }, hit('DESCRIPTOR', 'full')),
  one('A-114 another descriptor', [full, open, other], { ...push, descriptor: 'SOUTH*SHOP' }, NONE),
  one('A-114 no card at all', [], push, NONE),
  one('A-114 push without a descriptor', [full], { bin: '411111', caid: 'CAID1' }, NONE),
  one('A-114 push with a blank descriptor', [full], { ...push, descriptor: '   ' }, NONE),
  one('A-114 the descriptor is only the beginning of the card’s', [full], { ...push, descriptor: 'NORTH*SHO' }, NONE),
  one(
    'A-114 the card’s is only the beginning of the descriptor',
    [full],
    { ...push, descriptor: 'NORTH*SHOP LTD' },
    NONE,
  ),
];

/** A-109 BINs: 6 and 8 digits are different BINs; no guessing by prefix. */
export const BIN_CASES: MatchFixture[] = [
  one(
    'A-109 eight digits equal',
    [card('c8', 'A', 'SHOP', '41111122')],
    { descriptor: 'SHOP', bin: '41111122' },
    hit('EXACT', 'c8'),
  ),
  one(
    'A-111 push of 8 digits, card of 6',
    [card('c6', 'A', 'SHOP', '411111')],
    { descriptor: 'SHOP', bin: '41111122' },
    hit('DESCRIPTOR', 'c6'),
  ),
  one(
    'A-111 push of 6 digits, card of 8',
    [card('c8', 'A', 'SHOP', '41111122')],
    { descriptor: 'SHOP', bin: '411111' },
    hit('DESCRIPTOR', 'c8'),
  ),
  one(
    'A-112 the card of 8 digits is preferred to that of 6',
    [card('c6', 'A', 'SHOP', '411111', '', { created: 9 }), card('c8', 'A', 'SHOP', '41111122')],
    { descriptor: 'SHOP', bin: '41111122' },
    hit('EXACT', 'c8'),
  ),
  one(
    'A-109 blanks around the BIN',
    [card('c6', 'A', 'SHOP', '411111')],
    { descriptor: 'SHOP', bin: ' 411111 ' },
    hit('EXACT', 'c6'),
  ),
  one(
    'A-111 7 digits equal neither 6 nor 8',
    [card('c6', 'A', 'SHOP', '411111'), card('c8', 'A', 'SHOP', '41111122', '', { created: 2 })],
    { descriptor: 'SHOP', bin: '4111112' },
    many('DESCRIPTOR', ['c8', 'c6']),
  ),
];

const shop = (descriptor: string, caid = '') => card('shop', 'A', descriptor, '411111', caid);
const asks = (descriptor: string, caid: string | null = null) => ({ descriptor, caid, bin: '411111' });

/** how descriptors and CAIDs are compared. */
export const SPELLING_CASES: MatchFixture[] = [
  one('A-385 case of the push', [shop('NORTH SHOP')], asks('north Shop'), hit('EXACT', 'shop')),
  one('A-385 case of the card', [shop('North Shop')], asks('NORTH SHOP'), hit('EXACT', 'shop')),
  one('A-385 blanks around it', [shop('NORTH SHOP')], asks('  NORTH SHOP '), hit('EXACT', 'shop')),
  one('A-385 several blanks within', [shop('NORTH SHOP')], asks('NORTH   SHOP'), hit('EXACT', 'shop')),
  one('A-385 a tab within', [shop('NORTH SHOP')], asks('NORTH\tSHOP'), hit('EXACT', 'shop')),
  one('A-385 a no-break space within', [shop('NORTH SHOP')], asks('NORTH\u00A0SHOP'), hit('EXACT', 'shop')),
  one('A-385 an ideographic space within', [shop('NORTH SHOP')], asks('NORTH\u3000SHOP'), hit('EXACT', 'shop')),
  one('A-385 full-width letters in the push', [shop('NORTH*SHOP')], asks('ＮＯＲＴＨ＊ＳＨＯＰ'), hit('EXACT', 'shop')),
  one('A-385 full-width letters in the card', [shop('ＮＯＲＴＨ')], asks('north'), hit('EXACT', 'shop')),
  one('A-385 composed and decomposed letters', [shop('CAFÉ')], asks('CAFE\u0301'), hit('EXACT', 'shop')),
  one('A-385 an accent makes another descriptor', [shop('CAFÉ')], asks('CAFE'), NONE),
  one('A-385 Chinese', [shop('北方 书店')], asks(' 北方  书店'), hit('EXACT', 'shop')),
  one('A-385 simplified and traditional are different', [shop('书店')], asks('書店'), NONE),
  one('A-385 `*` is a sign of its own', [shop('PAYPAL *SHOP')], asks('PAYPAL SHOP'), NONE),
  one('A-385 `*` and blank are different', [shop('NORTH*SHOP')], asks('NORTH SHOP'), NONE),
  one('A-385 a blank beside `*` counts', [shop('NORTH *SHOP')], asks('NORTH*SHOP'), NONE),
  one('A-385 `*` is no wildcard', [shop('NORTH*')], asks('NORTH SHOP'), NONE),
  one('A-385 `%` and `_` are no wildcards', [shop('NORTH SHOP')], asks('NORTH_SH%'), NONE),
  one('A-385 a dot counts', [shop('SHOP.COM')], asks('SHOPCOM'), NONE),
  one('A-385 case of the caid', [shop('SHOP', 'ab-1')], asks('SHOP', 'AB-1'), hit('EXACT', 'shop')),
  one('A-385 blanks around the caid', [shop('SHOP', 'AB1')], asks('SHOP', ' AB1 '), hit('EXACT', 'shop')),
  one('A-385 a full-width caid', [shop('SHOP', 'AB1')], asks('SHOP', 'ＡＢ１'), hit('EXACT', 'shop')),
  one('A-385 leading zeros of a caid count', [shop('SHOP', '0012')], asks('SHOP', '12'), hit('DESCRIPTOR', 'shop')),
];

const enrolled = card('enrolled', 'A', 'NORTH HQ', '411111', 'C1');
const shown = card('shown', 'A', 'NORTH*SHOP', '411111', 'C1');
const both = { descriptor: 'NORTH*SHOP', register: 'NORTH HQ', bin: '411111', caid: 'C1' };

/** the descriptor as enrolled is tried first, through all tiers, wherever the provider sends it. */
export const REGISTER_CASES: MatchFixture[] = [
  one(
    'A-112 both descriptors hit: the enrolled one wins',
    [shown, enrolled],
    both,
    hit('EXACT', 'enrolled', { on: 'descriptorRegister' }),
  ),
  one(
    'A-112 the enrolled one wins even in a lower tier',
    [shown, { ...enrolled, bin: '555555' }],
    both,
    hit('DESCRIPTOR', 'enrolled', { on: 'descriptorRegister' }),
  ),
  one('A-112 nothing is enrolled so: the shown one is tried', [shown], both, hit('EXACT', 'shown')),
  one('A-112 a blank enrolled descriptor is as none', [shown], { ...both, register: ' ' }, hit('EXACT', 'shown')),
  one(
    'A-112 only the enrolled descriptor is sent',
    [enrolled],
    { ...both, descriptor: null },
    hit('EXACT', 'enrolled', { on: 'descriptorRegister' }),
  ),
  one(
    'A-385 the enrolled one is compared in the same way',
    [enrolled],
    { ...both, register: ' ｎｏｒｔｈ  hq' },
    hit('EXACT', 'enrolled', { on: 'descriptorRegister' }),
  ),
  one('A-114 neither hits', [card('x', 'A', 'EAST', '411111')], both, NONE),
];

const a1 = card('a1', 'A', 'SHOP', '411111', 'C1', { registered: 1, created: 1 });
const a2 = card('a2', 'A', 'shop', '411111', 'C1', { registered: 5, created: 2 });
const a3 = card('a3', 'A', 'Shop', '411111', 'C1', { registered: 3, created: 9 });
const b1 = card('b1', 'B', 'SHOP', '411111', 'C1', { registered: 4, created: 1 });
const exact = { descriptor: 'SHOP', bin: '411111', caid: 'C1' };

/** several that hit, several merchants, merchants that aren't active, cards that aren't enrolled. */
export const SEVERAL_CASES: MatchFixture[] = [
  one('A-115 several of one merchant: the latest registered', [a1, a2, a3], exact, many('EXACT', ['a2', 'a3', 'a1'])),
  one(
    'A-115 registered at the same time: the latest created',
    [a1, { ...a3, registered: 1 }],
    exact,
    many('EXACT', ['a3', 'a1']),
  ),
  one(
    'A-115 all times equal: the highest number',
    [a1, { ...a2, registered: 1, created: 1 }],
    exact,
    many('EXACT', ['a2', 'a1']),
  ),
  one(
    'A-115 without caid: the latest registered',
    [
      { ...a1, caid: '' },
      { ...a2, caid: '' },
    ],
    exact,
    many('EMPTY_CAID', ['a2', 'a1']),
  ),
  one(
    'A-111 by descriptor alone: the latest created, whenever it was registered',
    [a1, a2, a3],
    { descriptor: 'SHOP' },
    many('DESCRIPTOR', ['a3', 'a2', 'a1']),
  ),
  one(
    'A-115 only the tier that hit counts',
    [a1, { ...a2, caid: '' }, { ...a3, bin: '555555' }],
    exact,
    hit('EXACT', 'a1'),
  ),
  one(
    'A-115 several merchants: held, chosen by the document’s rule',
    [a1, b1],
    exact,
    many('EXACT', ['b1', 'a1'], AMBIGUOUS),
  ),
  one(
    'A-115 several merchants by descriptor alone',
    [{ ...a1, created: 3 }, b1],
    { descriptor: 'SHOP' },
    many('DESCRIPTOR', ['a1', 'b1'], AMBIGUOUS),
  ),
  one(
    'A-115 three merchants',
    [a1, b1, card('d1', 'D', 'SHOP', '411111', 'C1', { registered: 2 })],
    exact,
    many('EXACT', ['b1', 'd1', 'a1'], AMBIGUOUS),
  ),
  one('A-112 another merchant only in a lower tier: no doubt', [a1, { ...b1, caid: '' }], exact, hit('EXACT', 'a1')),
  {
    ...one('A-115 deliverAmbiguous: the document’s literal rule', [a1, b1], exact, many('EXACT', ['b1', 'a1'])),
    deliverAmbiguous: true,
  },
  {
    ...one(
      'A-350 deliverAmbiguous, the chosen one suspended: held all the same',
      [a1, { ...b1, owner: 'S' }],
      exact,
      many('EXACT', ['b1', 'a1'], { hold: 'MERCHANT_SUSPENDED' }),
    ),
    deliverAmbiguous: true,
  },
  one('A-350 a suspended merchant', [{ ...a1, owner: 'S' }], exact, hit('EXACT', 'a1', { hold: 'MERCHANT_SUSPENDED' })),
  one('A-350 a closed merchant', [{ ...a1, owner: 'C' }], exact, hit('EXACT', 'a1', { hold: 'MERCHANT_CLOSED' })),
  one(
    'A-350 a merchant not yet active',
    [{ ...a1, owner: 'P' }],
    exact,
    hit('EXACT', 'a1', { hold: 'MERCHANT_PENDING' }),
  ),
  one(
    'A-350 an active and a suspended one: a person decides',
    [a1, { ...b1, owner: 'S' }],
    exact,
    many('EXACT', ['b1', 'a1'], AMBIGUOUS),
  ),
  one(
    'A-350 two cards of one suspended merchant',
    [
      { ...a1, owner: 'S' },
      { ...a2, owner: 'S' },
    ],
    exact,
    many('EXACT', ['a2', 'a1'], { hold: 'MERCHANT_SUSPENDED' }),
  ),
  ...(['PENDING', 'FAILED', 'CLOSED', 'DRAFT'] as const).map((status) =>
    one(`A-356 a ${status} card never matches`, [{ ...a1, status }], exact, NONE),
  ),
  one(
    'A-356 an enrolled card of a lower tier beats an exact one that is not',
    [
      { ...a1, status: 'FAILED' },
      { ...a2, bin: '555555' },
    ],
    exact,
    hit('DESCRIPTOR', 'a2'),
  ),
  one(
    'A-356 a closed card of another merchant raises no doubt',
    [a1, { ...b1, status: 'CLOSED' }],
    exact,
    hit('EXACT', 'a1'),
  ),
];

export const MATCH_CASES: MatchFixture[] = [
  ...TIER_CASES,
  ...BIN_CASES,
  ...SPELLING_CASES,
  ...REGISTER_CASES,
  ...SEVERAL_CASES,
];
