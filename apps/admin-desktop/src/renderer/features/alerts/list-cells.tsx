import type { AlertSummary } from '@forewarn/core/alerts/model';
import { HoldBadge, MatchStatusBadge, ProcessStatusBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AnswerState } from './answer-state.tsx';
import { useAlertsText } from './text/index.ts';

export function Line({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" className="fw-tabular" style={{ whiteSpace: 'nowrap' }}>
      {children}
    </Text>
  );
}

export function Minor({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed" className="fw-tabular" style={{ whiteSpace: 'nowrap' }}>
      {children}
    </Text>
  );
}

interface AlertCellProps {
  alert: AlertSummary;
  withTime: boolean;
  withProgram: boolean;
}

/** The row's link, and what has no column of its own. */
export function AlertCell({ alert, withTime, withProgram }: AlertCellProps) {
  const t = useAlertsText().list;
  const labels = useAlertLabels();
  const format = useFormat();
  const below = [
    withTime && format.time(alert.alertTime, 'short'),
    withProgram && labels.program[alert.program],
    alert.late && t.late,
  ].filter(Boolean);
  return (
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
      {below.length > 0 && <Minor>{below.join(' · ')}</Minor>}
    </Stack>
  );
}

export function MerchantCell({ alert }: { alert: AlertSummary }) {
  return (
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
  );
}

interface StatusCellProps {
  alert: AlertSummary;
  withFeedback: boolean;
  withTime: boolean;
}

export function StatusCell({ alert, withFeedback, withTime }: StatusCellProps) {
  const labels = useAlertLabels();
  const format = useFormat();
  const { processAction, processTime } = alert;
  return (
    <Stack gap={4} align="flex-start">
      <Group gap={6} wrap="nowrap">
        <ProcessStatusBadge value={alert.processStatus} />
        {withFeedback && <AnswerState alert={alert} />}
      </Group>
      {processAction && (
        <Text size="xs" c="dimmed">
          {labels.action[processAction]}
          {withTime && processTime && ` · ${format.time(processTime, 'short')}`}
        </Text>
      )}
    </Stack>
  );
}
