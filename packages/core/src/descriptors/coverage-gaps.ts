import type { MatchTier, Program } from '../alerts/model.ts';
import { normalizeKey } from '../cards/index.ts';
import { type CarriedKey, type EnrolableKey, enrolableKey } from './gap-key.ts';
import { GAP_KINDS, type GapKind } from './model.ts';
import { type Tally, tallied, tally } from './tally.ts';

/** Alerts that carried the same, counted together. */
export interface SeenGroup extends CarriedKey {
  matchTier: MatchTier | null;
  currency: string;
  count: number;
  lastTime: Date;
  newestId: number;
  /** Ten-thousandths of the major unit. */
  amount: bigint;
}

/** A card that isn't closed, in the compared form. */
export interface OpenCard {
  program: Program;
  matchDescriptor: string;
  cardBin: string;
  matchCaid: string;
}

export interface FoundVariant {
  kind: GapKind;
  cardBin: string | null;
  caid: string;
  count: number;
  newestId: number;
}
export interface FoundGap extends Tally {
  matchDescriptor: string;
  descriptor: string;
  kind: GapKind;
  variants: FoundVariant[];
}

/**
 * What alerts carried that found their merchant otherwise than exactly, and that no open card covers exactly. One gap a descriptor, with the
 * combinations of BIN and CAID it was seen in; descriptors nobody enrolled first, then by how often they were seen.
 */
export function coverageGaps(groups: readonly SeenGroup[], cards: readonly OpenCard[]): FoundGap[] {
  const byDescriptor = Map.groupBy(cards, (card) => card.matchDescriptor);
  const gaps = new Map<string, FoundGap>();
  // The newest group tells how the descriptor is written now.
  for (const group of groups.toSorted((a, b) => b.newestId - a.newestId)) {
    const key = enrolableKey(group);
    if (!key) continue;
    const alike = [key.matchDescriptor, normalizeKey(group.descriptorRegister)].flatMap(
      (descriptor) => byDescriptor.get(descriptor) ?? [],
    );
    const kind = gapKind(group, key, alike);
    if (!kind) continue;
    const gap = gaps.get(key.matchDescriptor) ?? newGap(key, kind);
    gaps.set(key.matchDescriptor, gap);
    tally(gap, group);
    if (rank(kind) < rank(gap.kind)) gap.kind = kind;
    addVariant(gap, group, key, kind);
  }
  const found = [...gaps.values()].map((gap) => ({ ...gap, variants: gap.variants.toSorted(byCount) }));
  return found.toSorted((a, b) => rank(a.kind) - rank(b.kind) || byCount(a, b) || b.newestId - a.newestId);
}

/** Undefined: covered. RDR enrols by acquirer BIN, which no alert carries, and a missing BIN can't be compared: there the descriptor must do. */
function gapKind(group: SeenGroup, key: EnrolableKey, alike: readonly OpenCard[]): GapKind | undefined {
  if (group.program === 'RDR') return alike.length === 0 ? 'DESCRIPTOR' : undefined;
  const watching = alike.filter((card) => card.program === 'ETHOCA');
  if (watching.length === 0) return 'DESCRIPTOR';
  if (key.cardBin === null) return undefined;
  const sameBin = watching.filter((card) => card.cardBin === key.cardBin);
  if (sameBin.length === 0) return 'BIN';
  const caid = normalizeKey(key.caid);
  if (sameBin.some((card) => card.matchCaid === caid)) return undefined;
  return sameBin.some((card) => card.matchCaid === '') ? 'CAID' : 'BIN';
}

function newGap({ matchDescriptor, descriptor }: EnrolableKey, kind: GapKind): FoundGap {
  return { matchDescriptor, descriptor, kind, variants: [], ...tallied() };
}

function addVariant(gap: FoundGap, { count, newestId }: SeenGroup, { cardBin, caid }: EnrolableKey, kind: GapKind) {
  const matchCaid = normalizeKey(caid);
  const known = gap.variants.find((one) => one.cardBin === cardBin && normalizeKey(one.caid) === matchCaid);
  if (!known) gap.variants.push({ kind, cardBin, caid, count, newestId });
  else {
    known.count += count;
    known.newestId = Math.max(known.newestId, newestId);
  }
}

const rank = (kind: GapKind) => GAP_KINDS.indexOf(kind);
const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;
