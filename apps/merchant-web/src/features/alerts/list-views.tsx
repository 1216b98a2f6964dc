import type { AlertView } from '@forewarn/core/alert-views/model';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type AlertSearch, VIEWS, type View } from './list-search.ts';
import classes from './list-views.module.css';
import { fromSaved, isAsSaved } from './saved-search.ts';
import { useListText, useViewText } from './text/index.ts';
import { COUNT_OF, useCounts, writeCount } from './use-counts.ts';

interface ListViewsProps {
  search: AlertSearch;
  saved: readonly AlertView[];
  /** On a phone the saved views are in their menu; only the open one stands here. */
  compact: boolean;
}

/** The quick filters and then the saved views: links, so that each has an address of its own. */
export function ListViews({ search, saved, compact }: ListViewsProps) {
  const text = useListText();
  const nav = useRef<HTMLElement>(null);
  const open = `${search.saved ?? search.view}`;
  /* Figures make the tabs wider. */
  const counted = useCounts() !== undefined;
  useEffect(() => {
    const tab = (open || counted) && nav.current?.querySelector<HTMLElement>('[aria-current=page]');
    /* The row of tabs alone: the page stays where it is. */
    if (tab) nav.current?.scrollTo({ left: tab.offsetLeft - 48 });
  }, [open, counted]);
  const shown = compact ? saved.filter(({ id }) => id === search.saved) : saved;
  return (
    <nav ref={nav} className={classes.views} aria-label={text.viewsLabel}>
      {VIEWS.map((view) => (
        <QuickView key={view} view={view} isOpen={search.saved === undefined && view === search.view} />
      ))}
      {shown.length > 0 && <span className={classes.divider} aria-hidden />}
      {shown.map((view) => (
        <SavedView key={view.id} view={view} search={search} />
      ))}
    </nav>
  );
}

/** Other filters stay; what belongs to a view alone, sorting and page start anew. */
function QuickView({ view, isOpen }: { view: View; isOpen: boolean }) {
  const text = useListText();
  const count = useCounts()?.[COUNT_OF[view]];
  const calls = (view === 'needs' || view === 'missed' || view === 'refused') && (count ?? 0) > 0;
  return (
    <Link
      from="/alerts"
      to="/alerts"
      search={(search) => ({
        ...search,
        view,
        page: 1,
        sort: undefined,
        order: undefined,
        status: undefined,
        saved: undefined,
      })}
      className={classes.view ?? ''}
      activeOptions={{ exact: true }}
      aria-current={isOpen ? 'page' : undefined}
    >
      {text.views[view]}{' '}
      <span className={`${classes.count} ${calls ? classes.calls : ''}`}>
        {count === undefined ? '' : writeCount(count)}
      </span>
    </Link>
  );
}

function SavedView({ view, search }: { view: AlertView; search: AlertSearch }) {
  const text = useViewText();
  const isOpen = view.id === search.saved;
  return (
    <Link
      from="/alerts"
      to="/alerts"
      search={fromSaved(view)}
      className={classes.view ?? ''}
      activeOptions={{ exact: true }}
      aria-current={isOpen ? 'page' : undefined}
    >
      <span className={classes.name}>{view.name}</span>
      {isOpen && !isAsSaved(search, view.search) && <span className={classes.changed}>{text.changed}</span>}
    </Link>
  );
}
