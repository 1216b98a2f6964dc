import type { Card } from '@forewarn/core/cards/model';
import { CardStateBadge, type Column } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useCardLabels, useT } from '@forewarn/ui/i18n';
import { Stack, Text } from '@mantine/core';
import { Sensitive } from '../sensitive.tsx';
import { useCardsText } from './text.ts';

type CardColumn = 'descriptor' | 'key' | 'state' | 'email' | 'registered' | 'submitted';

/** The columns of lists of cards; which of them a list shows is its own matter. */
export function useCardColumns(): Record<CardColumn, Column<Card>> {
  const t = useCardsText();
  const words = useT();
  const labels = useCardLabels();
  const format = useFormat();
  const date = (at: string | null) => (
    <span className="fw-tabular">{at === null ? words.none : format.time(at, 'date')}</span>
  );
  return {
    descriptor: {
      key: 'descriptor',
      header: t.descriptor,
      render: (card) => (
        <Stack gap={0}>
          <Text size="sm">{card.descriptor || t.unnamed}</Text>
          <Text size="xs" c="dimmed">
            {labels.program[card.program]}
          </Text>
        </Stack>
      ),
    },
    key: { key: 'key', header: t.key, render: (card) => <CardKey card={card} /> },
    state: {
      key: 'state',
      header: t.status,
      render: (card) => (
        <Stack gap={2} align="flex-start">
          <CardStateBadge value={card.state} />
          <StateNote card={card} />
        </Stack>
      ),
    },
    email: {
      key: 'email',
      header: t.email,
      render: (card) => (card.notifyEmail ? <Masked card={card} field="notifyEmail" label={t.email} /> : words.none),
    },
    registered: { key: 'registered', header: t.registered, render: (card) => date(card.registerTime) },
    submitted: { key: 'submitted', header: t.submitted, render: (card) => date(card.submittedTime) },
  };
}

function Masked({ card, field, label }: { card: Card; field: 'cardBin' | 'notifyEmail'; label: string }) {
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

/** An issuer's BIN and an acquirer's are two things: each number stands beside its own name. */
function CardKey({ card }: { card: Card }) {
  const t = useCardsText();
  const line = (label: string, value: React.ReactNode) => (
    <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
      <Text span size="xs" c="dimmed" mr={6}>
        {label}
      </Text>
      <span className="fw-tabular">{value}</span>
    </Text>
  );
  return (
    <div>
      {card.cardBin && line(t.issuerBin, <Masked card={card} field="cardBin" label={t.issuerBin} />)}
      {card.acquirerBin && line(t.acquirerBin, card.acquirerBin)}
      {(card.program === 'ETHOCA' || card.caid) && line(t.caid, card.caid || t.anyCaid)}
      {card.arn && line(t.arn, card.arn)}
    </div>
  );
}

function StateNote({ card }: { card: Card }) {
  const t = useCardsText();
  const labels = useCardLabels();
  const format = useFormat();
  const note =
    card.state === 'REJECTED'
      ? labels.failure[card.failureReason ?? 'REFUSED']
      : card.state === 'IN_REVIEW' && card.expectedLiveTime
        ? t.expected(format.time(card.expectedLiveTime, 'date'))
        : card.state === 'ACTIVE'
          ? card.firstAlertTime
            ? t.firstAlert(format.time(card.firstAlertTime, 'date'))
            : t.quiet
          : undefined;
  if (!note) return null;
  return (
    <Text size="xs" c="dimmed">
      {note}
    </Text>
  );
}
