import type { AlertDetail } from '@forewarn/core/alerts/model';
import {
  DeadlineCountdown,
  HoldBadge,
  MatchStatusBadge,
  ProcessStatusBadge,
  ProgramBadge,
  RiskBadge,
  ToneBadge,
} from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Group, Stack, Text } from '@mantine/core';
import { AnswerState, isMissed } from './answer-state.tsx';
import { isRunning } from './list-columns.tsx';
import { isQueued } from './queued.ts';
import { useAlertsText } from './text/index.ts';

/** What matters at a glance: how much, whose, until when. */
export function AlertHero({ alert }: { alert: AlertDetail }) {
  const t = useAlertsText();
  const format = useFormat();
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap={6} miw={0} flex="1 1 300px">
        <Group gap="sm" align="baseline">
          <Text fz={24} fw={650} lh={1.2} className="fw-tabular">
            {format.money(alert.amount, alert.currency)}
          </Text>
          <Text fz="lg" fw={550} style={{ overflowWrap: 'anywhere' }}>
            {alert.descriptor}
          </Text>
        </Group>
        <Group gap={6}>
          <RiskBadge value={alert.riskLevel} />
          <ProgramBadge value={alert.program} />
          {alert.holdReason ? <HoldBadge value={alert.holdReason} /> : <MatchStatusBadge value={alert.matchStatus} />}
          {!isQueued(alert) && <ProcessStatusBadge value={alert.processStatus} />}
          {isMissed(alert) && <AnswerState alert={alert} />}
          {alert.late && <ToneBadge tone="warning">{t.list.late}</ToneBadge>}
          {alert.revisions > 0 && <ToneBadge tone="neutral">{t.detail.revisions(alert.revisions)}</ToneBadge>}
        </Group>
      </Stack>
      <Stack gap={2} style={{ flex: 'none' }}>
        <Text size="xs" c="dimmed">
          {t.list.column.deadline}
        </Text>
        <DeadlineCountdown deadline={alert.deadline} running={isRunning(alert)} size="large" />
      </Stack>
    </Group>
  );
}
