import { ALERT_SEARCH_DEFAULTS, AlertSearch } from './list-search.ts';

/** What a view doesn't keep: where one stands in it, and which it is. */
const NOT_KEPT: ReadonlySet<string> = new Set(['page', 'saved', 'export']);

/** The address as a view keeps it: texts, without what is the default anyway. */
export function toSaved(search: AlertSearch): Record<string, string> {
  const defaults: Record<string, unknown> = ALERT_SEARCH_DEFAULTS;
  return Object.fromEntries(
    Object.entries(search)
      .filter(([key, value]) => value !== undefined && value !== defaults[key] && !NOT_KEPT.has(key))
      .map(([key, value]) => [key, String(value)]),
  );
}

/** A kept view as an address, whatever the page called things when it was saved. */
export function fromSaved(view: { id: number; search: Record<string, string> }): AlertSearch {
  return { ...AlertSearch.parse(view.search), page: 1, saved: view.id };
}

/** The view the app opens with; an empty address where none was chosen. */
export function defaultSearch(
  views: readonly { id: number; search: Record<string, string>; isDefault: boolean }[],
): Partial<AlertSearch> {
  const view = views.find(({ isDefault }) => isDefault);
  return view ? fromSaved(view) : {};
}

/** Whether the list shows what the view keeps. */
export function isAsSaved(search: AlertSearch, kept: Record<string, string>): boolean {
  const [now, then] = [search, AlertSearch.parse(kept)].map((one) =>
    JSON.stringify(Object.entries(toSaved(one)).sort()),
  );
  return now === then;
}
