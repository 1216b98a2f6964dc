import {
  CARD_BRANDS,
  type CardBrand,
  FEEDBACK_STATUSES,
  type FeedbackFilter,
  type FeedbackStatus,
  MATCH_STATUSES,
  type MatchStatus,
  PROCESS_STATUSES,
  PROGRAMS,
  type ProcessStatus,
  type Program,
  RISK_LEVELS,
  type RiskLevel,
  WAITING,
} from './model.ts';

/** What `chargeback_alerts.facets` says in one number; the database makes it (migration 0016), so nothing can forget it. */
export interface Facets {
  brand: CardBrand | null;
  riskLevel: RiskLevel;
  feedbackStatus: FeedbackStatus;
  status: ProcessStatus;
  program: Program;
  matchStatus: MatchStatus;
  held: boolean;
}

export function readFacets(code: number): Facets {
  const field = (bit: number, width: number) => (code >> bit) & ((1 << width) - 1);
  return {
    brand: CARD_BRANDS[field(0, 4) - 1] ?? null,
    riskLevel: RISK_LEVELS[field(4, 2) - 1]!,
    feedbackStatus: FEEDBACK_STATUSES[field(6, 3)]!,
    status: PROCESS_STATUSES[field(9, 2)]!,
    program: PROGRAMS[field(11, 1)]!,
    matchStatus: MATCH_STATUSES[field(12, 2)]!,
    held: field(14, 1) === 1,
  };
}

/** The filters of a list that the number answers. */
export interface FacetFilter {
  status?: ProcessStatus | undefined;
  /** Only narrows: the rows' own `needs_answer` decides. */
  needsAnswer?: boolean | undefined;
  riskLevel?: RiskLevel | undefined;
  program?: Program | undefined;
  brand?: CardBrand | undefined;
  feedbackStatus?: FeedbackFilter | undefined;
  matchStatus?: MatchStatus | undefined;
  /** Kept from its merchant. */
  held?: boolean | undefined;
  /** Unmatched or held. */
  queue?: boolean | undefined;
}

/** No other alert can wait for its merchant; which of these do is the column `needs_answer`'s to say. */
export function mayNeedAnswer({ status, held, matchStatus, program }: Facets): boolean {
  return status === 'PENDING' && !held && matchStatus !== 'UNMATCHED' && program === 'ETHOCA';
}

export function passes(facets: Facets, filter: FacetFilter): boolean {
  const is = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value;
  const feedback = filter.feedbackStatus;
  return (
    is(filter.status, facets.status) &&
    is(filter.riskLevel, facets.riskLevel) &&
    is(filter.program, facets.program) &&
    (filter.brand === undefined || filter.brand === facets.brand) &&
    is(filter.held, facets.held) &&
    is(filter.matchStatus, facets.matchStatus) &&
    (filter.needsAnswer !== true || mayNeedAnswer(facets)) &&
    is(filter.queue, facets.held || facets.matchStatus === 'UNMATCHED') &&
    (feedback === undefined ||
      (feedback === 'WAITING' ? WAITING.includes(facets.feedbackStatus) : feedback === facets.feedbackStatus))
  );
}

/** What each field of the number may be under a filter, as the summands that make the number. */
export function facetFields(filter: FacetFilter): number[][] {
  const { brand, riskLevel, feedbackStatus, matchStatus, held, program, status } = filter;
  const waits = filter.needsAnswer === true;
  const all = (bit: number, from: number, names: readonly string[], wanted: readonly (string | undefined)[]) =>
    names.flatMap((name, n) => (wanted.length === 0 || wanted.includes(name) ? [(n + from) << bit] : []));
  const one = <T>(wanted: T | undefined) => (wanted === undefined ? [] : [wanted]);
  return [
    brand === undefined ? [0, ...all(0, 1, CARD_BRANDS, [])] : all(0, 1, CARD_BRANDS, [brand]),
    all(4, 1, RISK_LEVELS, one(riskLevel)),
    all(6, 0, FEEDBACK_STATUSES, feedbackStatus === 'WAITING' ? WAITING : one(feedbackStatus)),
    all(9, 0, PROCESS_STATUSES, one(status ?? (waits ? 'PENDING' : undefined))),
    all(11, 0, PROGRAMS, one(program ?? (waits ? 'ETHOCA' : undefined))),
    all(12, 0, MATCH_STATUSES, one(matchStatus)),
    all(14, 0, ['no', 'yes'], one(held === undefined ? (waits ? 'no' : undefined) : held ? 'yes' : 'no')),
  ];
}

/** Every facet number that passes a filter, whether an alert has it or not. */
export function facetCodesOf(filter: FacetFilter): number[] {
  const codes = facetFields(filter).reduce<number[]>(
    (sums, values) => sums.flatMap((sum) => values.map((v) => sum + v)),
    [0],
  );
  return codes.filter((code) => passes(readFacets(code), filter));
}
