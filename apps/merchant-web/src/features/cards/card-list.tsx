import type { Card } from '@forewarn/core/cards/model';
import { type Column, DataTable, KeyValues } from '@forewarn/ui/data';
import { useCardLabels } from '@forewarn/ui/i18n';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { CardActions, type CardHandlers, CardSelect } from './card-actions.tsx';
import { CardKeyText, useKeyItems } from './card-key.tsx';
import { CardStateText } from './card-state-text.tsx';
import { useCardText } from './text.ts';

interface CardListProps {
  cards: readonly Card[];
  handlers: CardHandlers;
}

function CardName({ card }: { card: Card }) {
  const { unnamed } = useCardText();
  const labels = useCardLabels();
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600} {...(!card.descriptor && { c: 'dimmed' })} style={{ overflowWrap: 'break-word' }}>
        {card.descriptor || unnamed}
      </Text>
      <Text size="xs" c="dimmed">
        {labels.program[card.program]}
      </Text>
    </Stack>
  );
}

/** The cards on a wide screen. */
export function CardTable({ cards, handlers }: CardListProps) {
  const { columns, table, unfilled } = useCardText();
  const all: Column<Card>[] = [
    ...(handlers.readOnly
      ? []
      : [
          {
            key: 'select',
            header: '',
            width: 36,
            render: (card: Card) => <CardSelect card={card} handlers={handlers} />,
          },
        ]),
    {
      key: 'descriptor',
      header: columns.descriptor,
      render: (card) => (
        <div>
          <CardName card={card} />
          {card.remark && (
            <Text size="xs" c="dimmed" maw={260} truncate title={card.remark}>
              {card.remark}
            </Text>
          )}
        </div>
      ),
    },
    { key: 'key', header: columns.key, render: (card) => <CardKeyText card={card} /> },
    { key: 'notifyEmail', header: columns.notifyEmail, render: (card) => card.notifyEmail || unfilled },
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
  const { table } = useCardText();
  return (
    <Stack gap="sm" component="ul" aria-label={table} m={0} p={0} style={{ listStyle: 'none' }}>
      {cards.map((card) => (
        <Paper key={card.id} p="md" component="li">
          <StackedCard card={card} handlers={handlers} />
        </Paper>
      ))}
    </Stack>
  );
}

function StackedCard({ card, handlers }: { card: Card; handlers: CardHandlers }) {
  const { columns, unfilled } = useCardText();
  const keys = useKeyItems(card);
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <CardSelect card={card} handlers={handlers} />
          <CardName card={card} />
        </Group>
        <CardActions card={card} handlers={handlers} />
      </Group>
      <CardStateText card={card} />
      <KeyValues items={[...keys, { label: columns.notifyEmail, value: card.notifyEmail || unfilled, wide: true }]} />
    </Stack>
  );
}
