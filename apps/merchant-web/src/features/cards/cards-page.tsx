import type { Card } from '@forewarn/core/cards/model';
import { Pager } from '@forewarn/ui/data';
import { EmptyState, ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCreditCard } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { BatchBar } from './batch-bar.tsx';
import { BatchDialogs } from './batch-dialogs.tsx';
import type { CardHandlers } from './card-actions.tsx';
import { CardFilters } from './card-filters.tsx';
import { CardStack, CardTable } from './card-list.tsx';
import { isUnderWay } from './card-state.ts';
import { CardsHeader } from './cards-header.tsx';
import { type CardSearch, cardFilter, isFiltered, listInput } from './cards-search.ts';
import { CoverageGaps } from './coverage-gaps.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ImportLink } from './import-link.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useCardText } from './text.ts';
import { useEnrolCard } from './use-card-mutations.ts';
import { useSelection } from './use-selection.ts';

const route = getRouteApi('/shell/cards');
/** While an enrolment is under way, its result is asked for this often. */
const WATCH_EVERY = 3000;

type Open = { kind: 'form'; card: Card | undefined } | { kind: 'remove'; card: Card } | { kind: 'removeMany' };

export function CardsPage() {
  const text = useCardText();
  const problemOf = useProblemOf();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const user = useSessionUser();
  const readOnly = !user || user.suspended || !user.permissions.includes('card:update');
  const compact = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [open, setOpen] = useState<Open>();
  const [enrolError, setEnrolError] = useState<unknown>(null);
  const enrol = useEnrolCard();
  usePageTitle(text.page);
  const list = useQuery(
    trpc.cards.list.queryOptions(listInput(search), {
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.records.some(isUnderWay) ? WATCH_EVERY : false),
    }),
  );
  const cards = list.data?.records ?? [];
  const selection = useSelection(cards, search);

  const add = () => setOpen({ kind: 'form', card: undefined });
  const close = () => setOpen(undefined);
  const show = (change: Partial<CardSearch>) => {
    selection.clear();
    void navigate({ search: { ...search, page: 1, ...change }, replace: true });
  };
  const handlers: CardHandlers = {
    enrolling: enrol.isPending ? Number(enrol.variables.id) : undefined,
    readOnly,
    selected: selection.selected,
    onSelect: selection.toggle,
    onEnrol: (card) => {
      setEnrolError(null);
      enrol.mutate({ id: card.id });
    },
    onEdit: (card) => setOpen({ kind: 'form', card }),
    onRemove: (card) => setOpen({ kind: 'remove', card }),
  };
  const total = list.data?.total;
  const filtered = isFiltered(search);
  return (
    <Stack gap="md">
      <CardsHeader
        filter={cardFilter(search)}
        exportable={list.data !== undefined && (total !== 0 || filtered)}
        onAdd={!readOnly && list.data && (total !== 0 || filtered) ? add : undefined}
      />
      {enrolError !== null && (
        <Alert variant="outline" color="yellow" role="alert" withCloseButton onClose={() => setEnrolError(null)}>
          <Text size="sm">{text.enrolFailed}</Text>
          <Text size="sm">{problemOf(enrolError).text}</Text>
        </Alert>
      )}
      {enrol.isError && <ErrorNote problem={problemOf(enrol.error)} />}
      <CoverageGaps readOnly={readOnly} />
      {!list.data &&
        (list.isError ? (
          <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
        ) : (
          <ListSkeleton rows={4} />
        ))}
      {list.data && (total !== 0 || filtered) && <CardFilters search={search} onChange={show} />}
      {total === 0 && (
        <Paper>
          <EmptyState
            icon={<IconCreditCard size={24} />}
            title={filtered ? text.filters.none : text.empty.title}
            text={filtered ? text.filters.noneHint : text.empty.text}
            action={
              filtered ? (
                <Button variant="default" onClick={() => show({ state: undefined, program: undefined, q: '' })}>
                  {text.filters.clear}
                </Button>
              ) : (
                !readOnly && (
                  <Group gap="sm" justify="center">
                    <Button onClick={add}>{text.empty.action}</Button>
                    <ImportLink />
                  </Group>
                )
              )
            }
          />
        </Paper>
      )}
      {total === 0 && !filtered && (
        <Button variant="subtle" color="gray" size="xs" mx="auto" onClick={() => show({ state: 'CLOSED' })}>
          {text.filters.closed}
        </Button>
      )}
      {!readOnly && selection.selectable > 1 && (
        <BatchBar
          selected={selection.selected.size}
          onPage={selection.selectable}
          matching={total ?? 0}
          busy={selection.gathering}
          onSelectPage={selection.selectPage}
          onSelectAll={() => void selection.selectAll()}
          onClear={selection.clear}
          onEnrol={() => selection.start('enrol')}
          onRemove={() => setOpen({ kind: 'removeMany' })}
        />
      )}
      {cards.length > 0 &&
        (compact ? <CardStack cards={cards} handlers={handlers} /> : <CardTable cards={cards} handlers={handlers} />)}
      {list.data && list.data.total > 10 && (
        <Pager
          page={list.data.current}
          pages={list.data.pages}
          total={list.data.total}
          size={search.size}
          onPage={(page) => void navigate({ search: { ...search, page } })}
          onSize={(size) => void navigate({ search: { ...search, page: 1, size } })}
        />
      )}
      {open?.kind === 'form' && (
        <FormDialog
          key={open.card?.id ?? 'new'}
          card={open.card}
          onClose={close}
          onSaved={(_, error) => {
            setEnrolError(error);
            close();
          }}
        />
      )}
      {open?.kind === 'remove' && <RemoveDialog card={open.card} onClose={close} />}
      <BatchDialogs selection={selection} asking={open?.kind === 'removeMany'} onAsked={close} />
    </Stack>
  );
}
