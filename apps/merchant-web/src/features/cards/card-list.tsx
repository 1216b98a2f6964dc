import type { Card } from '@forewarn/core/cards/model';
import { type Column, DataTable, KeyValues } from '@forewarn/ui/data';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { CardActions, type CardHandlers } from './card-actions.tsx';
import { CardStateText } from './card-state-text.tsx';
import { useCardText } from './text.ts';

interface CardListProps {
  cards: readonly Card[];
  handlers: CardHandlers;
}

/** The cards on a wide screen. */
export function CardTable({ cards, handlers }: CardListProps) {
  const { columns, anyCaid, table } = useCardText();
  const all: Column<Card>[] = [
    {
      key: 'descriptor',
      header: columns.descriptor,
      render: (card) => (
        <div>
          <Text size="sm" fw={550}>
            {card.descriptor}
          </Text>
          {card.remark && (
            <Text size="xs" c="dimmed" maw={260} truncate title={card.remark}>
              {card.remark}
            </Text>
          )}
        </div>
      ),
    },
    { key: 'cardBin', header: columns.cardBin, render: (card) => <span className="fw-tabular">{card.cardBin}</span> },
    {
      key: 'caid',
      header: columns.caid,
      render: (card) =>
        card.caid || (
          <Text size="sm" c="dimmed">
            {anyCaid}
          </Text>
        ),
    },
    { key: 'notifyEmail', header: columns.notifyEmail, render: (card) => card.notifyEmail },
    { key: 'status', header: columns.status, render: (card) => <CardStateText card={card} /> },
    {
      key: 'actions',
      header: columns.actions,
      align: 'end',
      render: (card) => <CardActions card={card} handlers={handlers} />,
    },
  ];
  return (
    <Paper style={{ overflow: 'hidden' }}>
      <DataTable label={table} columns={all} rows={cards} rowKey={({ id }) => id} />
    </Paper>
  );
}

/** The cards on a phone. */
export function CardStack({ cards, handlers }: CardListProps) {
  const { columns, anyCaid, table } = useCardText();
  return (
    <Stack gap="sm" component="ul" aria-label={table} m={0} p={0} style={{ listStyle: 'none' }}>
      {cards.map((card) => (
        <Paper key={card.id} p="md" component="li">
          <Stack gap="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {card.descriptor}
              </Text>
              <CardActions card={card} handlers={handlers} />
            </Group>
            <CardStateText card={card} />
            <KeyValues
              items={[
                { label: columns.cardBin, value: card.cardBin },
                { label: columns.caid, value: card.caid || anyCaid },
                { label: columns.notifyEmail, value: card.notifyEmail, wide: true },
              ]}
            />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
