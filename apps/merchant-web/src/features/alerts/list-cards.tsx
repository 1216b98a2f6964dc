import type { AlertSummary } from '@forewarn/core/alerts/model';
import { DeadlineCountdown, RiskBadge, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { alertState } from './alert-state.ts';
import { AlertStatus } from './alert-status.tsx';
import { cardNumber } from './card-number.ts';
import classes from './list.module.css';
import type { AlertRowsProps } from './list-table.tsx';
import { useListText } from './text/index.ts';

/** The list on a phone: the whole card is the link. */
export function AlertCards({ rows, marked }: AlertRowsProps) {
  const text = useListText();
  return (
    <ul className={classes.cards} aria-label={text.table}>
      {rows.map((alert) => (
        <li key={alert.id}>
          <AlertCard alert={alert} marked={marked.has(alert.id)} />
        </li>
      ))}
    </ul>
  );
}

function AlertCard({ alert, marked }: { alert: AlertSummary; marked: boolean }) {
  const text = useListText();
  const format = useFormat();
  return (
    <Link
      to="/alerts/$id"
      params={{ id: String(alert.id) }}
      className={`${classes.card} ${marked ? classes.marked : ''}`}
    >
      <span className={classes.line}>
        <DeadlineCountdown deadline={alert.deadline} running={alert.needsAnswer} />
        {marked ? <ToneBadge tone="accent">{text.arrived}</ToneBadge> : <RiskBadge value={alert.riskLevel} />}
      </span>
      <span className={classes.line}>
        <Text span fw={650} size="lg" className="fw-tabular">
          {format.money(alert.amount, alert.currency)}
        </Text>
        {marked && <RiskBadge value={alert.riskLevel} />}
      </span>
      <span className={classes.title}>
        <Text span size="sm">
          {alert.descriptor ?? text.untitled}
        </Text>
        <Text span size="sm" c="dimmed" className="fw-tabular">
          {cardNumber(alert) ? ` · ${cardNumber(alert)}` : ''}
        </Text>
      </span>
      {alertState(alert) !== 'open' && (
        <span>
          <AlertStatus alert={alert} />
        </span>
      )}
    </Link>
  );
}
