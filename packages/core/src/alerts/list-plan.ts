import type { Reach } from './counts-store.ts';
import type { KeywordHits } from './keyword-store.ts';
import type { AdminAlertListInput } from './model.ts';

export type ListInput = AdminAlertListInput;

/** One condition of a list, by what it is about. */
export type Part =
  | 'needsAnswer'
  | 'facets'
  | 'time'
  | 'amount'
  | 'due'
  | 'currency'
  | 'descriptor'
  | 'assigned'
  | 'ids';

/** A way to the rows: an index, and the conditions that it narrows by. */
export interface Way {
  index: string;
  by: readonly Part[];
}

/** A stretch of an index that lies in the order of the list: of one facet number, of one descriptor, or the rows whose ids a word means. */
export interface Stretch {
  index: string;
  facet?: number;
  descriptor?: string;
  ids?: readonly number[];
}

/** How much a list may read; tests take smaller ones. */
export interface ListLimits {
  /** So few rows are read whole and sorted, whatever else is asked. */
  few: number;
  /** A total stops here: docs/decisions/0012. */
  count: number;
  /** So many entries are looked at to count what no index counts. */
  examined: number;
}
export const LIST_LIMITS: ListLimits = { few: 3000, count: 10_000, examined: 5000 };

export interface ListPlan {
  input: ListInput;
  reach: Reach;
  parts: Part[];
  /** Facet numbers that pass the filters; undefined when no filter is about them. */
  codes: number[] | undefined;
  hits: KeywordHits | undefined;
  /** The shortest way, when one was found. */
  way: Way | undefined;
  /** Whether that way is so short that all of it is read. */
  few: boolean;
  limits: ListLimits;
}

/** By deadline and by urgency only the indexes behind the facets are in order: such lists go by their facet numbers always. */
export function goesByFacets(input: ListInput): boolean {
  return (
    input.sort === 'deadline' || input.sort === 'urgency' || input.needsAnswer === true || input.dueBefore !== undefined
  );
}

/** More facet numbers than this are merged no cheaper than the whole index is read along. */
export const STRETCHES = 64;
/** Pages that end farther in than this are read along one index: each stretch would have to be read as far. */
const MERGED_ROWS = 500;

/** Which conditions a list has. */
export function partsOf(input: ListInput, codes: readonly number[] | undefined, fixedIds: boolean): Part[] {
  const parts: [Part, boolean][] = [
    ['ids', fixedIds],
    ['assigned', input.assignedTo !== undefined],
    ['needsAnswer', input.needsAnswer === true],
    ['descriptor', input.descriptor !== undefined],
    ['currency', input.currency !== undefined],
    ['facets', codes !== undefined],
    ['time', input.from !== undefined || input.to !== undefined],
    ['amount', input.minAmount !== undefined || input.maxAmount !== undefined],
    ['due', input.dueBefore !== undefined],
  ];
  return parts.flatMap(([part, given]) => (given ? [part] : []));
}

/** Every index that narrows by one or two of the conditions; which is the shortest way is counted, not guessed. */
export function waysTo(parts: readonly Part[], reach: Reach): Way[] {
  const name = (rest: string) => (reach === 'all' ? `idx_${rest}` : `idx_merchant_${rest}`);
  const has = (part: Part) => parts.includes(part);
  const given = (...list: Part[]) => list.filter(has);
  const ways: (Way | false)[] = [
    has('ids') && { index: 'PRIMARY', by: ['ids'] },
    has('assigned') && { index: 'idx_assigned', by: ['assigned'] },
    has('needsAnswer') && { index: name('due'), by: given('needsAnswer', 'due') },
    has('descriptor') && { index: name('descriptor'), by: given('descriptor', 'time') },
    has('currency') && { index: name('currency'), by: given('currency', 'amount') },
    has('facets') && { index: name('facets_time'), by: given('facets', 'time') },
    has('facets') && has('amount') && { index: name('facets_amount'), by: ['facets', 'amount'] },
    has('time') && !has('facets') && { index: reach === 'all' ? 'idx_alert_time' : name('time'), by: ['time'] },
    has('amount') && !has('facets') && !has('currency') && { index: name('amount'), by: ['amount'] },
    has('due') && !has('needsAnswer') && { index: name('facets_deadline'), by: ['facets', 'due'] },
  ];
  return ways.flatMap((way) => (way ? [way] : []));
}

/** The stretches that, merged, give the list in its order; one wherever an index lies in that order itself. */
export function stretchesOf({ input, codes, reach, hits }: Omit<ListPlan, 'way' | 'few' | 'limits'>): Stretch[] {
  const name = (rest: string) => (reach === 'all' ? `idx_${rest}` : `idx_merchant_${rest}`);
  const offset = input.cursor ? 0 : (input.page - 1) * input.size;
  const merges = offset + input.size <= MERGED_ROWS;
  const merged = codes && codes.length <= STRETCHES && merges ? codes : undefined;
  const along = (sorted: string, faceted: string): Stretch[] =>
    merged ? merged.map((facet) => ({ index: faceted, facet })) : [{ index: sorted }];
  const byTime = () =>
    (merges ? byDescriptor(name('descriptor'), input, hits) : undefined) ??
    along(reach === 'all' ? 'idx_alert_time' : name('time'), name('facets_time'));
  switch (input.sort) {
    case 'alertTime':
      return byTime();
    case 'riskLevel':
      return input.riskLevel ? byTime() : along(name('risk'), name('facets_time'));
    case 'amount':
      return input.currency ? [{ index: name('currency') }] : along(name('amount'), name('facets_amount'));
    case 'deadline':
      return (codes ?? []).map((facet) => ({ index: name('facets_deadline'), facet }));
    case 'urgency':
      return (codes ?? []).map((facet) => ({ index: name('facets_urgency'), facet }));
  }
}

/** One shop's alerts lie by time in an index; a shop that closed years ago would else be looked for among all that came since. */
function byDescriptor(index: string, input: ListInput, hits: KeywordHits | undefined): Stretch[] | undefined {
  if (input.descriptor !== undefined) return [{ index, descriptor: input.descriptor }];
  if (!hits?.descriptors.length) return undefined;
  const shops = hits.descriptors.map((descriptor) => ({ index, descriptor }));
  return hits.ids.length > 0 ? [...shops, { index: 'PRIMARY', ids: hits.ids }] : shops;
}
