import type { ALERT_SORTS, AlertSummary } from '@forewarn/core/alerts/model';
import {
  type Column,
  DeadlineCountdown,
  HoldBadge,
  MatchStatusBadge,
  ProcessStatusBadge,
  RiskBadge,
} from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AnswerState } from './answer-state.tsx';
import { cardText } from './card-text.ts';
import { useAlertsText } from './text/index.ts';

export type AlertSort = (typeof ALERT_SORTS)[number];

/** Whether time still runs for this alert: for its merchant, or for us while nobody has it. */
export function isRunning(alert: AlertSummary): boolean {
  return alert.needsAnswer || (alert.processStatus === 'PENDING' && alert.merchantId === null);
}

export function useAlertColumns(): Column<AlertSummary, AlertSort>[] {
  const t = useAlertsText().list;
  const labels = useAlertLabels();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'deadline',
        header: t.column.deadline,
        sort: 'deadline',
        width: 150,
        render: (alert) => <DeadlineCountdown deadline={alert.deadline} running={isRunning(alert)} />,
      },
      {
        key: 'alert',
        header: t.column.alert,
        sort: 'alertTime',
        render: (alert) => (
          <Stack gap={0}>
            <Anchor
              size="sm"
              fw={550}
              style={{ whiteSpace: 'nowrap' }}
              renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(alert.id) }} {...props} />}
              aria-label={t.open(alert.alertId)}
            >
              {alert.alertId}
            </Anchor>
            <Text size="xs" c="dimmed" className="fw-tabular" style={{ whiteSpace: 'nowrap' }}>
              {format.time(alert.alertTime, 'short')} · {labels.program[alert.program]}
              {alert.late && ` · ${t.late}`}
            </Text>
          </Stack>
        ),
      },
      {
        key: 'merchant',
        header: t.column.merchant,
        render: (alert) => (
          <Stack gap={2} align="flex-start">
            {alert.merchantName && (
              <Text size="sm" lineClamp={2} title={alert.merchantName}>
                {alert.merchantName}
              </Text>
            )}
            {alert.holdReason ? (
              <HoldBadge value={alert.holdReason} />
            ) : (
              alert.matchStatus !== 'MATCHED' && <MatchStatusBadge value={alert.matchStatus} />
            )}
          </Stack>
        ),
      },
      {
        key: 'descriptor',
        header: t.column.descriptor,
        width: 180,
        render: (alert) => (
          <Stack gap={0}>
            <Text size="sm" lineClamp={2} title={alert.descriptor ?? undefined} style={{ overflowWrap: 'anywhere' }}>
              {alert.descriptor}
            </Text>
            <Text size="xs" c="dimmed" className="fw-tabular" style={{ whiteSpace: 'nowrap' }}>
              {cardText(alert)}
            </Text>
          </Stack>
        ),
      },
      {
        key: 'amount',
        header: t.column.amount,
        sort: 'amount',
        align: 'end',
        render: (alert) => (
          <Text size="sm" fw={550} style={{ whiteSpace: 'nowrap' }}>
            {format.money(alert.amount, alert.currency)}
          </Text>
        ),
      },
      {
        key: 'risk',
        header: t.column.risk,
        sort: 'riskLevel',
        render: (alert) => <RiskBadge value={alert.riskLevel} />,
      },
      {
        key: 'status',
        header: t.column.status,
        render: (alert) => (
          <Stack gap={4} align="flex-start">
            <Group gap={6} wrap="nowrap">
              <ProcessStatusBadge value={alert.processStatus} />
              <AnswerState alert={alert} />
            </Group>
            {alert.processAction && (
              <Text size="xs" c="dimmed">
                {labels.action[alert.processAction]}
                {alert.processTime && ` · ${format.time(alert.processTime, 'short')}`}
              </Text>
            )}
          </Stack>
        ),
      },
    ],
    [t, labels, format],
  );
}
