import { CARD_PROGRAMS, CARD_TROUBLES, type Card } from '@forewarn/core/cards/model';
import { type Column, DataTable } from '@forewarn/ui/data';
import { EmptyState, ErrorNote } from '@forewarn/ui/feedback';
import { useCardLabels } from '@forewarn/ui/i18n';
import { Anchor, Button, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { useCardColumns } from '../../app/cards/columns.tsx';
import { useCardsText } from '../../app/cards/text.ts';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { ProviderCircuitNote } from '../../app/provider-circuit.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import type { EnrolmentSearch } from './search.ts';
import { useEnrolmentsText } from './text.ts';

const route = getRouteApi('/inside/enrolments');

/** Enrolments somebody has to look after, of all merchants. */
export function EnrolmentsPage() {
  const t = useEnrolmentsText();
  const labels = useCardLabels();
  const toProblem = useProblem();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { trouble = 'OVERDUE', program } = search;
  const cards = useQuery(
    trpc.cards.list.queryOptions(
      { trouble, program, page: search.page ?? 1, size: search.size ?? 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const retry = useMutation(
    trpc.cards.register.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.cards.list.queryFilter()),
    }),
  );
  const columns = useColumns((card) => retry.mutate({ id: card.id }), retry.isPending);
  const change = (next: EnrolmentSearch) =>
    void navigate({ search: (now) => ({ ...now, page: undefined, ...next }), replace: true });
  return (
    <Page title={t.title} hint={t.hint}>
      <ProviderCircuitNote />
      <Group gap="sm" role="search">
        <SegmentedControl
          aria-label={t.trouble}
          value={trouble}
          onChange={(value) => change({ trouble: CARD_TROUBLES.find((one) => one === value) })}
          data={CARD_TROUBLES.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <NativeSelect
          aria-label={t.program}
          value={program ?? ''}
          onChange={(event) => change({ program: CARD_PROGRAMS.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t.anyProgram },
            ...CARD_PROGRAMS.map((value) => ({ value, label: labels.program[value] })),
          ]}
        />
      </Group>
      {retry.isError && <ErrorNote problem={toProblem(retry.error)} />}
      {retry.isSuccess && (
        <Text size="sm" role="status">
          {t.retried(retry.data.descriptor)}
        </Text>
      )}
      <QueryView query={cards}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={<EmptyState icon={<IconCreditCard size={26} />} title={t.empty[trouble]} text={t.emptyHint} />}
          >
            <DataTable label={t.table} columns={columns} rows={page.records} rowKey={(card) => card.id} />
          </ListPaper>
        )}
      </QueryView>
    </Page>
  );
}

function useColumns(onRetry: (card: Card) => void, busy: boolean): Column<Card>[] {
  const t = useCardsText();
  const columns = useCardColumns();
  const mayEnrol = useMay('card:enrol');
  const merchant: Column<Card> = {
    key: 'merchant',
    header: t.merchant,
    render: (card) => (
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link to="/merchants/$id" params={{ id: String(card.merchantId) }} search={{ tab: 'cards' }} {...props} />
        )}
      >
        {card.merchantName ?? `#${card.merchantId}`}
      </Anchor>
    ),
  };
  const action: Column<Card> = {
    key: 'action',
    header: t.actions,
    align: 'end',
    render: (card) =>
      mayEnrol &&
      card.state === 'REJECTED' && (
        <Button size="xs" variant="default" disabled={busy} onClick={() => onRetry(card)}>
          {t.retry}
        </Button>
      ),
  };
  return [merchant, columns.descriptor, columns.key, columns.state, columns.submitted, action];
}
