import type { AlertSummary } from '@forewarn/core/alerts/model';
import { HoldBadge, MatchStatusBadge, RiskBadge, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './queue.module.css';
import { sameDescriptor } from './same-descriptor.ts';
import { useAlertsText } from './text/index.ts';
import { TimeLeft } from './time-left.tsx';

interface QueueListProps {
  rows: readonly AlertSummary[];
  /** How many wait on the server; more than `rows` when the list is cut. */
  total: number;
  open: number | undefined;
  onOpen: (id: number) => void;
}

/** What waits, most urgent first. */
export function QueueList({ rows, total, open, onOpen }: QueueListProps) {
  const t = useAlertsText().queue;
  return (
    <nav className={classes.list} aria-label={t.list}>
      <ul className={classes.items}>
        {rows.map((alert) => (
          <QueueItem
            key={alert.id}
            alert={alert}
            same={sameDescriptor(alert, rows).length}
            active={alert.id === open}
            onOpen={() => onOpen(alert.id)}
          />
        ))}
      </ul>
      {total > rows.length && rows.length >= 100 && (
        <Text size="xs" c="dimmed" p="sm">
          {t.more(rows.length, total)}
        </Text>
      )}
    </nav>
  );
}

interface QueueItemProps {
  alert: AlertSummary;
  /** How many others carry this descriptor. */
  same: number;
  active: boolean;
  onOpen: () => void;
}

function QueueItem({ alert, same, active, onOpen }: QueueItemProps) {
  const t = useAlertsText().queue;
  const format = useFormat();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={place}>
      <UnstyledButton
        className={`${classes.item} ${active ? classes.active : ''}`}
        aria-current={active || undefined}
        onClick={onOpen}
      >
        <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
          <Text size="sm" fw={600} className={classes.descriptor}>
            {alert.descriptor ?? '–'}
          </Text>
          <Text size="sm" fw={550} className="fw-tabular" style={{ whiteSpace: 'nowrap' }}>
            {format.money(alert.amount, alert.currency)}
          </Text>
        </Group>
        <Group justify="space-between" gap={6} mt={4}>
          <Group gap={4}>
            {alert.holdReason ? (
              <HoldBadge value={alert.holdReason} />
            ) : (
              // Most are unmatched: said sixty times it would say nothing.
              alert.matchStatus !== 'UNMATCHED' && <MatchStatusBadge value={alert.matchStatus} />
            )}
            {alert.riskLevel === 'HIGH' && <RiskBadge value="HIGH" />}
            {same > 0 && (
              <span title={t.same(same)}>
                <ToneBadge tone="muted">
                  <span aria-hidden>×{same + 1}</span>
                  <VisuallyHidden>{t.same(same)}</VisuallyHidden>
                </ToneBadge>
              </span>
            )}
          </Group>
          <TimeLeft deadline={alert.deadline} />
        </Group>
      </UnstyledButton>
    </li>
  );
}
