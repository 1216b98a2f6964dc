import type { CardStatus } from '../cards/model.ts';
import type { MatchCard, MatchResult } from './match.ts';

/** Who owns the cards below. A, B and D are ACTIVE; S, C and P are not. */
export const OWNERS = {
  A: 'ACTIVE',
  B: 'ACTIVE',
  D: 'ACTIVE',
  S: 'SUSPENDED',
  C: 'CLOSED',
  P: 'PENDING',
} as const satisfies Record<string, MatchCard['merchantStatus']>;
export type Owner = keyof typeof OWNERS;

/** A card to watch as its merchant typed it. `registered` and `created` are days of November 2026. */
export interface FixtureCard {
  name: string;
  owner: Owner;
  descriptor: string;
  bin: string;
  caid: string;
  status: CardStatus;
  registered: number;
  created: number;
}

/** `card('a1', 'A', 'SHOP', '411111', 'C1', { created: 3 })` */
export function card(
  name: string,
  owner: Owner,
  descriptor: string,
  bin: string,
  caid = '',
  rest: Partial<FixtureCard> = {},
): FixtureCard {
  return { name, owner, descriptor, bin, caid, status: 'REGISTERED', registered: 1, created: 1, ...rest };
}

export interface FixtureAlert {
  descriptor?: string | null;
  register?: string | null;
  bin?: string | null;
  caid?: string | null;
}

export interface MatchFixture {
  label: string;
  cards: FixtureCard[];
  alert: FixtureAlert;
  deliverAmbiguous?: boolean;
  expected: {
    status: MatchResult['status'];
    tier: MatchResult['tier'];
    on?: MatchResult['on'];
    /** The chosen card's name, or null. */
    card: string | null;
    /** All that hit, the chosen one first; absent: the chosen one alone. */
    candidates?: string[];
    hold?: MatchResult['hold'];
  };
}
