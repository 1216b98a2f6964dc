import { EmptyState } from '@forewarn/ui/feedback';
import { Button, Group } from '@mantine/core';
import { IconChecks, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { activeFilters } from './list-active.ts';
import { type AlertSearch, CLEARED } from './list-search.ts';
import { useFilterText, useListText } from './text/index.ts';
import { useCounts, writeCount } from './use-counts.ts';

interface ListEmptyProps {
  search: AlertSearch;
  onChange: (change: Partial<AlertSearch>) => void;
}

/** Why the list is empty, and the way on: nothing ever, nothing that fits, nothing left to do, or not on this page. */
export function ListEmpty({ search, onChange }: ListEmptyProps) {
  const { empty } = useListText();
  const filters = useFilterText();
  const counts = useCounts();
  if (search.page > 1) {
    return (
      <EmptyState
        icon={<IconInbox size={24} />}
        title={empty.page.title}
        text={empty.page.text}
        action={
          <Button variant="default" onClick={() => onChange({ page: 1 })}>
            {empty.page.action}
          </Button>
        }
      />
    );
  }
  if (counts?.all === 0) {
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
  if (activeFilters(search).length > 0) {
    return (
      <EmptyState
        icon={<IconFilterOff size={24} />}
        title={empty.filtered.title}
        text={empty.filtered.text}
        action={
          <Group gap="xs" justify="center">
            <Button variant="default" onClick={() => onChange(CLEARED)}>
              {filters.clear}
            </Button>
            {search.view !== 'all' && (
              <Button variant="subtle" onClick={() => onChange({ view: 'all', saved: undefined })}>
                {empty.filtered.everywhere}
              </Button>
            )}
          </Group>
        }
      />
    );
  }
  if (search.view === 'needs' || search.view === 'all') return <AllDone waiting={counts?.waiting ?? 0} />;
  return (
    <EmptyState
      icon={<IconInbox size={24} />}
      {...empty[search.view]}
      action={
        <Button variant="default" onClick={() => onChange({ view: 'all', saved: undefined })}>
          {empty.all}
        </Button>
      }
    />
  );
}

function AllDone({ waiting }: { waiting: number }) {
  const { empty } = useListText();
  return (
    <EmptyState
      icon={<IconChecks size={24} />}
      title={empty.needs.title}
      text={empty.needs.text}
      action={
        <Group gap="xs" justify="center">
          {waiting > 0 && (
            <Button component={Link} to="/alerts?view=waiting">
              {empty.needs.waiting(writeCount(waiting))}
            </Button>
          )}
          <Button variant="default" component={Link} to="/alerts?view=all">
            {empty.needs.action}
          </Button>
        </Group>
      }
    />
  );
}
