import type { AlertSummary } from '@forewarn/core/alerts/model';
import { FeedbackStatusBadge, HoldBadge, ProcessStatusBadge, ToneBadge } from '@forewarn/ui/data';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Group } from '@mantine/core';
import { alertState } from './alert-state.ts';
import { useListText } from './text/index.ts';

/** Where an alert stands, in one or two badges: for an answered one the answer, and how far it got. */
export function AlertStatus({ alert }: { alert: AlertSummary }) {
  const text = useListText();
  const labels = useAlertLabels();
  const state = alertState(alert);
  if (state === 'settled') return <ToneBadge tone="muted">{text.state.settled}</ToneBadge>;
  if (state === 'missed') return <ToneBadge tone="danger">{text.state.missed}</ToneBadge>;
  if (state === 'held' && alert.holdReason) return <HoldBadge value={alert.holdReason} />;
  if (state === 'open' || alert.processAction === null) return <ProcessStatusBadge value={alert.processStatus} />;
  return (
    <Group gap={6} component="span" display="inline-flex">
      <ToneBadge tone="neutral">{labels.action[alert.processAction]}</ToneBadge>
      {alert.feedbackStatus !== 'NONE' && <FeedbackStatusBadge value={alert.feedbackStatus} />}
    </Group>
  );
}
