import { Link } from '@tanstack/react-router';
import classes from './list.module.css';
import { VIEWS, type View } from './list-search.ts';
import { useListText } from './text/index.ts';

/** The quick filters: links, so that each has an address of its own. Other filters stay; sorting and page start anew. */
export function ListViews({ view }: { view: View }) {
  const text = useListText();
  return (
    <nav className={classes.views} aria-label={text.viewsLabel}>
      {VIEWS.map((option) => (
        <Link
          key={option}
          from="/alerts"
          to="/alerts"
          search={(search) => ({ ...search, view: option, page: 1, sort: undefined, order: undefined })}
          className={classes.view ?? ''}
          activeOptions={{ exact: true }}
          aria-current={option === view ? 'page' : undefined}
        >
          {text.views[option]}
        </Link>
      ))}
    </nav>
  );
}
