import { normalizeKey } from '../cards/index.ts';
import type { HoldReason, MatchStatus, MatchTier } from './model.ts';

/** A REGISTERED card that might be meant; its keys are in the compared form already. */
export interface MatchCard {
  cardId: number;
  merchantId: number;
  merchantStatus: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED';
  /** Absent: ETHOCA. An RDR card has no issuer BIN; what it is known by is the CAID at its acquirer. */
  program?: 'ETHOCA' | 'RDR';
  matchDescriptor: string;
  cardBin: string;
  matchCaid: string;
  registerTime: Date | null;
  createdTime: Date;
}

export interface MatchKeys {
  descriptor: string | null;
  /** The descriptor as enrolled, where the provider says it: more reliable than the one on the statement, so it is tried first. */
  descriptorRegister: string | null;
  cardBin: string | null;
  caid: string | null;
  program?: 'ETHOCA' | 'RDR';
}

export interface MatchSettings {
  /** The document's literal rule: the latest candidate gets it even when several merchants could be meant. */
  deliverAmbiguous: boolean;
}

/** What the document's three tiers answer. */
export type CardTier = Exclude<MatchTier, 'MANUAL' | 'ALIAS'>;

/** Whose an alert is: its card too, where one is known. */
export interface MatchOwner {
  merchantId: number;
  cardId: number | null;
}

export interface MatchResult<C extends MatchCard = MatchCard> {
  status: MatchStatus;
  tier: CardTier | 'ALIAS' | null;
  /** Which of the alert's descriptors hit. */
  on: 'descriptorRegister' | 'descriptor' | null;
  card: C | null;
  /** All that hit in that tier, the chosen one first. */
  candidates: C[];
  hold: HoldReason | null;
  /** Who has it by a learnt descriptor (`match-alias.ts`); then there is no `card` and there are no candidates. */
  alias?: MatchOwner;
}

/** Null while nobody has it: nothing hit, or several merchants could be meant. */
export function ownerOf(match: MatchResult): MatchOwner | null {
  if (match.alias) return match.alias;
  return match.card !== null && match.hold !== 'AMBIGUOUS_MERCHANTS'
    ? { merchantId: match.card.merchantId, cardId: match.card.cardId }
    : null;
}

const NOTHING: MatchResult<never> = {
  status: 'UNMATCHED',
  tier: null,
  on: null,
  card: null,
  candidates: [],
  hold: null,
};

/**
 * Document 000 §4.3.2 (A-109… ): three tiers in order, the first that hits ends the search; several hits → the latest, MULTIPLE.
 * `cards` are REGISTERED cards whose descriptor equals one of the alert's (a superset does no harm).
 */
export function matchAlert<C extends MatchCard>(
  keys: MatchKeys,
  cards: readonly C[],
  settings: MatchSettings,
): MatchResult<C> {
  for (const on of ['descriptorRegister', 'descriptor'] as const) {
    const descriptor = normalizeKey(keys[on]);
    if (descriptor === '') continue;
    const sameDescriptor = cards.filter((card) => card.matchDescriptor === descriptor);
    const found = firstTier(sameDescriptor, (keys.cardBin ?? '').trim(), normalizeKey(keys.caid), keys.program);
    if (found) return conclude(on, found.tier, ofProgram(found.hits, keys.program), settings);
  }
  return NOTHING;
}

function firstTier<C extends MatchCard>(cards: readonly C[], bin: string, caid: string, program: MatchKeys['program']) {
  // An acquirer's BIN isn't an issuer's: an RDR card is met by an RDR alert with its CAID, and by no BIN.
  const sameBin = cards.filter((card) =>
    card.program === 'RDR' ? program === 'RDR' && card.matchCaid !== '' : card.cardBin === bin,
  );
  const exact = sameBin.filter((card) => card.matchCaid === caid);
  if (exact.length > 0) return { tier: 'EXACT' as const, hits: exact.toSorted(latestRegistered) };
  const emptyCaid = sameBin.filter((card) => card.matchCaid === '');
  if (emptyCaid.length > 0) return { tier: 'EMPTY_CAID' as const, hits: emptyCaid.toSorted(latestRegistered) };
  if (cards.length > 0) return { tier: 'DESCRIPTOR' as const, hits: cards.toSorted(latestCreated) };
  return undefined;
}

/**
 * A merchant in both programs has two cards for one descriptor: the alert's own program decides between them. It never decides between
 * merchants: where it would, all hits stay, and a person looks.
 */
function ofProgram<C extends MatchCard>(hits: C[], program: MatchKeys['program']): C[] {
  const own = hits.filter((card) => (card.program ?? 'ETHOCA') === program);
  const merchants = (cards: readonly C[]) => new Set(cards.map(({ merchantId }) => merchantId)).size;
  return own.length > 0 && merchants(own) === merchants(hits) ? own : hits;
}

function conclude<C extends MatchCard>(
  on: 'descriptorRegister' | 'descriptor',
  tier: CardTier,
  hits: C[],
  settings: MatchSettings,
): MatchResult<C> {
  const card = hits[0] ?? null;
  const merchants = new Set(hits.map((hit) => hit.merchantId));
  const ambiguous = merchants.size > 1 && !settings.deliverAmbiguous;
  return {
    status: hits.length > 1 ? 'MULTIPLE' : 'MATCHED',
    tier,
    on,
    card,
    candidates: hits,
    hold: ambiguous ? 'AMBIGUOUS_MERCHANTS' : card ? holdFor(card.merchantStatus) : null,
  };
}

/** Only an active merchant is told of an alert; for others it is stored and held. */
export function holdFor(status: MatchCard['merchantStatus']): HoldReason | null {
  return status === 'ACTIVE' ? null : `MERCHANT_${status}`;
}

/** "Most recently registered"; cards enrolled at the same instant fall back to creation, then to the number. */
function latestRegistered(a: MatchCard, b: MatchCard): number {
  return (b.registerTime?.getTime() ?? 0) - (a.registerTime?.getTime() ?? 0) || latestCreated(a, b);
}

/** The document's `ORDER BY created_time DESC`. */
function latestCreated(a: MatchCard, b: MatchCard): number {
  return b.createdTime.getTime() - a.createdTime.getTime() || b.cardId - a.cardId;
}
