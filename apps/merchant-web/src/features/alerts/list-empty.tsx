import { EmptyState } from '@forewarn/ui/feedback';
import { Button } from '@mantine/core';
import { IconChecks, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type AlertSearch, activeFilters } from './list-search.ts';
import { useListText } from './text/index.ts';

/** Why the list is empty, and the way on. */
export function ListEmpty({ search, onClear }: { search: AlertSearch; onClear: () => void }) {
  const { empty, clearFilters } = useListText();
  if (activeFilters(search) > 0) {
    return (
      <EmptyState
        icon={<IconFilterOff size={24} />}
        {...empty.filtered}
        action={
          <Button variant="default" onClick={onClear}>
            {clearFilters}
          </Button>
        }
      />
    );
  }
  if (search.view === 'all') {
    return (
      <EmptyState
        icon={<IconInbox size={24} />}
        title={empty.none.title}
        text={empty.none.text}
        action={
          <Button component={Link} to="/cards">
            {empty.none.action}
          </Button>
        }
      />
    );
  }
  const { title, text, action } = search.view === 'needs' ? empty.needs : empty.view;
  return (
    <EmptyState
      icon={search.view === 'needs' ? <IconChecks size={24} /> : <IconInbox size={24} />}
      title={title}
      text={text}
      action={
        <Button variant="default" component={Link} to="/alerts?view=all">
          {action}
        </Button>
      }
    />
  );
}
