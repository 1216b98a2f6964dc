import { CARD_PROGRAMS, CARD_STATES, type Card } from '@forewarn/core/cards/model';
import { type Column, DataTable } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useCardLabels } from '@forewarn/ui/i18n';
import { Group, NativeSelect, Stack, Title } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useCardColumns } from '../../app/cards/columns.tsx';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { ListPaper } from '../../app/list-paper.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { type CardFilter, CardsExport } from './cards-export.tsx';
import { SilentCard } from './silent-card.tsx';
import { useMerchantsText } from './text.ts';

/** The cards a merchant has put under watch. */
export function MerchantCards({ merchantId }: { merchantId: number }) {
  const t = useMerchantsText();
  const trpc = useTRPC();
  const labels = useCardLabels();
  const { descriptor, key, state, email, registered } = useCardColumns();
  const [filter, setFilter] = useState<CardFilter>({});
  const [paging, setPaging] = useState<{ page?: number | undefined; size?: 10 | 20 | 50 }>({});
  const cards = useQuery(
    trpc.cards.list.queryOptions(
      { merchantId, ...filter, page: paging.page ?? 1, size: paging.size ?? 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const withSilence: Column<Card> = {
    ...state,
    render: (card, reachable) => (
      <>
        {state.render(card, reachable)}
        <SilentCard card={card} />
      </>
    ),
  };
  const narrow = (change: CardFilter) => {
    setPaging(({ size }) => ({ ...(size && { size }) }));
    setFilter((now) => ({ ...now, ...change }));
  };
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t.cards}
        </Title>
        <CardsExport merchantId={merchantId} filter={filter} />
      </Group>
      <Group gap="xs" role="search">
        <KeywordFilter
          value={filter.keyword}
          onChange={(keyword) => narrow({ keyword })}
          placeholder={t.cardFilter.keyword}
        />
        <NativeSelect
          aria-label={t.cardFilter.state}
          value={filter.state ?? ''}
          onChange={(event) => narrow({ state: CARD_STATES.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t.cardFilter.anyState },
            ...CARD_STATES.map((value) => ({ value, label: labels.state[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.cardFilter.program}
          value={filter.program ?? ''}
          onChange={(event) => narrow({ program: CARD_PROGRAMS.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t.cardFilter.anyProgram },
            ...CARD_PROGRAMS.map((value) => ({ value, label: labels.program[value] })),
          ]}
        />
      </Group>
      <QueryView query={cards}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={(change) => setPaging((now) => ({ ...now, ...change }))}
            empty={<EmptyState icon={<IconCreditCard size={26} />} title={t.noCards} text={t.noCardsHint} />}
          >
            <DataTable
              label={t.cardTable}
              columns={[descriptor, key, withSilence, email, registered]}
              rows={page.records}
              rowKey={(card) => card.id}
            />
          </ListPaper>
        )}
      </QueryView>
    </Stack>
  );
}
