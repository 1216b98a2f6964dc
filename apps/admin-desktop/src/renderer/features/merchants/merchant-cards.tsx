import type { Card } from '@forewarn/core/cards/model';
import { CardStatusBadge, type Column, DataTable } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useCardLabels, useT } from '@forewarn/ui/i18n';
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ListPaper } from '../../app/list-paper.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { Sensitive } from '../../app/sensitive.tsx';
import { CardsExport } from './cards-export.tsx';
import { SilentCard } from './silent-card.tsx';
import { useMerchantsText } from './text.ts';

/** The cards a merchant has put under watch. */
export function MerchantCards({ merchantId }: { merchantId: number }) {
  const t = useMerchantsText();
  const trpc = useTRPC();
  const columns = useColumns();
  const [paging, setPaging] = useState<{ page?: number | undefined; size?: 10 | 20 | 50 }>({});
  const cards = useQuery(
    trpc.cards.list.queryOptions(
      { merchantId, page: paging.page ?? 1, size: paging.size ?? 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t.cards}
        </Title>
        <CardsExport merchantId={merchantId} />
      </Group>
      <QueryView query={cards}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={(change) => setPaging((now) => ({ ...now, ...change }))}
            empty={<EmptyState icon={<IconCreditCard size={26} />} title={t.noCards} text={t.noCardsHint} />}
          >
            <DataTable label={t.cardTable} columns={columns} rows={page.records} rowKey={(card) => card.id} />
          </ListPaper>
        )}
      </QueryView>
    </Stack>
  );
}

function masked(card: Card, field: 'cardBin' | 'notifyEmail', label: string) {
  return (
    <Text size="sm" component="span" className="fw-tabular">
      <Sensitive
        kind="card.details"
        id={card.id}
        field={field}
        masked={card[field]}
        label={`${label} ${card.descriptor}`}
      />
    </Text>
  );
}

function useColumns(): Column<Card>[] {
  const t = useMerchantsText().card;
  const words = useT();
  const labels = useCardLabels();
  const format = useFormat();
  return [
    { key: 'descriptor', header: t.descriptor, render: (card) => <Text size="sm">{card.descriptor}</Text> },
    { key: 'bin', header: t.bin, render: (card) => masked(card, 'cardBin', t.bin) },
    { key: 'caid', header: t.caid, render: (card) => card.caid || words.none },
    {
      key: 'status',
      header: t.status,
      render: (card) => (
        <Stack gap={2} align="flex-start">
          <CardStatusBadge value={card.status} submitted={card.submittedTime !== null} />
          <SilentCard card={card} />
          {card.failureReason && (
            <Text size="xs" c="dimmed">
              {labels.failure[card.failureReason]}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: 'email', header: t.email, render: (card) => masked(card, 'notifyEmail', t.email) },
    {
      key: 'registered',
      header: t.registered,
      render: (card) => (
        <span className="fw-tabular">{card.registerTime ? format.time(card.registerTime, 'date') : words.none}</span>
      ),
    },
  ];
}
