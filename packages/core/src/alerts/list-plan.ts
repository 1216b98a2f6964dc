import type { Reach } from './counts-store.ts';
import type { KeyValue } from './keyset.ts';
import type { KeywordHits } from './keyword-store.ts';
import type { AdminAlertListInput } from './model.ts';

export type ListInput = AdminAlertListInput;

/** One condition of a list, by what it is about. */
export type Part =
  | 'ids'
  | 'words'
  | 'assigned'
  | 'needsAnswer'
  | 'queue'
  | 'descriptor'
  | 'currency'
  | 'facets'
  | 'time'
  | 'amount'
  | 'due';

/** A way to the rows: an index, and the conditions that it narrows by. */
export interface Way {
  index: string;
  by: readonly Part[];
}

/** A stretch of an index: of one facet number, of one descriptor, or the rows whose ids a word means. */
export interface Stretch {
  index: string;
  facet?: number;
  descriptor?: string;
  ids?: readonly number[];
}

/** How a list lies in its order. */
export interface InOrder {
  /** Each is in that order; merged they are the list, but for the conditions that `by` lacks. */
  stretches: Stretch[];
  by: readonly Part[];
  /** The one index to look along for rows that meet the rest. */
  walk: Way;
}

/** How much a list may read; tests take smaller ones. */
export interface ListLimits {
  /** So few rows are read whole and sorted, whatever else is asked. */
  few: number;
  /** So many entries are looked along in the order of the list, where no index has all of its conditions. */
  walked: number;
  /** So many rows are read whole and sorted after all, when looking along has not filled the page. */
  whole: number;
  /** A total stops here: docs/decisions/0012. */
  count: number;
  /** So many entries are looked at to count what no index counts. */
  examined: number;
}
export const LIST_LIMITS: ListLimits = { few: 3000, walked: 5000, whole: 50_000, count: 10_000, examined: 5000 };

export interface ListPlan {
  input: ListInput;
  reach: Reach;
  parts: Part[];
  /** Facet numbers that pass the filters; undefined when no filter is about them. */
  codes: number[] | undefined;
  hits: KeywordHits | undefined;
  /** The sort values of the row before the page; undefined on pages by number. */
  after: KeyValue[] | undefined;
  /** Every index that narrows the list, and which of them is the shortest as far as was counted. */
  ways: Way[];
  way: Way | undefined;
  /** Whether that way is so short that all of it is read. */
  few: boolean;
  limits: ListLimits;
}

/** What waits has a deadline that matters; only such lists have an index in that order. */
export function waits({ needsAnswer, queue }: Pick<ListInput, 'needsAnswer' | 'queue'>): boolean {
  return needsAnswer === true || queue === true;
}

/** More facet numbers than this are merged no cheaper than the whole index is read along. */
const STRETCHES = 64;
/** Pages that end farther in than this are read along one index: each stretch would have to be read as far. */
const MERGED_ROWS = 500;

/** Which conditions a list has. */
export function partsOf(
  input: ListInput,
  codes: readonly number[] | undefined,
  words: 'ids' | 'words' | undefined,
): Part[] {
  const parts: [Part, boolean][] = [
    ['ids', words === 'ids'],
    ['words', words === 'words'],
    ['assigned', input.assignedTo !== undefined],
    ['needsAnswer', input.needsAnswer === true],
    ['queue', input.queue === true],
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
  const name = named(reach);
  const has = (part: Part) => parts.includes(part);
  const given = (...list: Part[]) => list.filter(has);
  const ways: (Way | false)[] = [
    has('ids') && { index: 'PRIMARY', by: ['ids'] },
    has('words') && { index: name('descriptor'), by: ['words'] },
    has('assigned') && { index: 'idx_assigned', by: ['assigned'] },
    has('needsAnswer') && { index: name('due'), by: given('needsAnswer', 'due') },
    has('queue') && { index: 'idx_queue', by: given('queue', 'due') },
    has('descriptor') && { index: name('descriptor'), by: given('descriptor', 'time') },
    has('currency') && { index: name('currency'), by: given('currency', 'amount') },
    has('currency') && has('time') && { index: name('currency_time'), by: ['currency', 'time'] },
    has('facets') && { index: name('facets_time'), by: given('facets', 'time') },
    has('facets') && has('amount') && { index: name('facets_amount'), by: ['facets', 'amount'] },
    has('time') && !has('facets') && { index: byTime(reach), by: ['time'] },
    has('amount') && !has('facets') && !has('currency') && { index: name('amount'), by: ['amount'] },
  ];
  return ways.flatMap((way) => (way ? [way] : []));
}

/** How many rows of the list come before the page, on pages by number. */
export function offsetOf({ input, after }: Pick<ListPlan, 'input' | 'after'>): number {
  return after ? 0 : (input.page - 1) * input.size;
}

/** How the list lies in its order, which for `deadline` and `urgency` has to be one that `waits`; by level is one list after the other. */
export function inOrder(plan: ListPlan, sort: Exclude<ListInput['sort'], 'riskLevel'>): InOrder {
  const { input, codes, reach, hits, parts } = plan;
  const name = named(reach);
  const merges = offsetOf(plan) + input.size <= MERGED_ROWS;
  const merged = codes && codes.length <= STRETCHES && merges ? codes : undefined;
  const along = (walk: Way, faceted: Way): InOrder =>
    merged
      ? { stretches: merged.map((facet) => ({ index: faceted.index, facet })), by: faceted.by, walk }
      : { stretches: [walk], by: walk.by, walk };
  const alone = (walk: Way): InOrder => ({ stretches: [walk], by: walk.by, walk });
  switch (sort) {
    case 'alertTime': {
      if (input.descriptor !== undefined) return alone({ index: name('descriptor'), by: ['descriptor', 'time'] });
      if (input.currency !== undefined) return alone({ index: name('currency_time'), by: ['currency', 'time'] });
      const walk: Way = { index: byTime(reach), by: ['time'] };
      const shops = merges && parts.includes('words') ? byDescriptor(reach, hits) : undefined;
      if (shops) return { stretches: shops, by: ['words', 'time'], walk };
      return along(walk, { index: name('facets_time'), by: ['facets', 'time'] });
    }
    case 'amount':
      return input.currency
        ? alone({ index: name('currency'), by: ['currency', 'amount'] })
        : along({ index: name('amount'), by: ['amount'] }, { index: name('facets_amount'), by: ['facets', 'amount'] });
    case 'deadline':
      return alone(
        input.needsAnswer
          ? { index: name('due'), by: ['needsAnswer', 'due'] }
          : { index: 'idx_queue', by: ['queue', 'due'] },
      );
    case 'urgency':
      // A queue is never so long that it couldn't be sorted.
      return input.needsAnswer
        ? alone({ index: name('urgent'), by: ['needsAnswer'] })
        : alone({ index: 'idx_queue', by: parts });
  }
}

/** One shop's alerts lie together in an index: one that closed years ago would else be looked for among all that came since. */
export function byDescriptor(reach: Reach, hits: KeywordHits | undefined): Stretch[] {
  const index = named(reach)('descriptor');
  const shops = (hits?.descriptors ?? []).map((descriptor) => ({ index, descriptor }));
  return hits?.ids.length ? [...shops, { index: 'PRIMARY', ids: hits.ids }] : shops;
}

function named(reach: Reach): (rest: string) => string {
  return (rest) => (reach === 'all' ? `idx_${rest}` : `idx_merchant_${rest}`);
}

function byTime(reach: Reach): string {
  return reach === 'all' ? 'idx_alert_time' : 'idx_merchant_time';
}
