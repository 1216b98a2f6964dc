import type { AlertDetail } from '@forewarn/core/alerts/model';
import { DeadlineCountdown, ProgramBadge, RiskBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Group, Paper, Text } from '@mantine/core';
import { alertState } from './alert-state.ts';
import { AlertStatus } from './alert-status.tsx';
import { cardNumber } from './card-number.ts';
import classes from './detail.module.css';
import { useDetailText, useListText } from './text/index.ts';

/** How much, for what, how risky, and until when. */
export function DetailHero({ alert }: { alert: AlertDetail }) {
  const text = useDetailText();
  const list = useListText();
  const format = useFormat();
  const running = alertState(alert) === 'open';
  const facts = [alert.descriptor ?? list.untitled, cardNumber(alert)].filter(Boolean).join(' · ');
  return (
    <Paper
      p={{ base: 'md', sm: 'lg' }}
      className={`${classes.hero} ${running && alert.riskLevel === 'HIGH' ? classes.high : ''}`}
    >
      <div>
        <Group gap="xs">
          <RiskBadge value={alert.riskLevel} />
          <ProgramBadge value={alert.program} />
          <AlertStatus alert={alert} />
        </Group>
        <h1 className={classes.amount}>
          <span className={classes.currency}>{alert.currency}</span>
          {format.figure(alert.amount, alert.currency)}
        </h1>
        <Text size="sm" c="dimmed" className="fw-tabular">
          {facts}
        </Text>
        {alert.reasonText && (
          <Text size="sm" mt={4}>
            {text.complaint(alert.reasonText)}
          </Text>
        )}
      </div>
      {alertState(alert) !== 'settled' && (
        <div>
          <Text size="xs" c="dimmed" mb={4}>
            {running ? text.answerBy : text.fields.deadline}
          </Text>
          <DeadlineCountdown deadline={alert.deadline} running={running} size="large" />
        </div>
      )}
    </Paper>
  );
}
