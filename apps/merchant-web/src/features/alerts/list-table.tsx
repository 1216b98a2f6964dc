import type { ALERT_SORTS, AlertSummary } from '@forewarn/core/alerts/model';
import { type Column, DataTable, DeadlineCountdown, ProgramBadge, RiskBadge, type Sorting } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { AlertStatus } from './alert-status.tsx';
import { cardNumber } from './card-number.ts';
import classes from './list.module.css';
import { useListText } from './text/index.ts';

export type AlertSort = (typeof ALERT_SORTS)[number];

export interface AlertRowsProps {
  rows: readonly AlertSummary[];
  marked: ReadonlySet<number>;
}

interface AlertTableProps extends AlertRowsProps {
  sorting: Sorting<AlertSort>;
  onSort: (sorting: Sorting<AlertSort>) => void;
}

/** The list on a wide screen. */
export function AlertTable({ rows, marked, sorting, onSort }: AlertTableProps) {
  const text = useListText();
  const navigate = useNavigate();
  return (
    <DataTable<AlertSummary, AlertSort>
      label={text.table}
      columns={useColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      sorting={sorting}
      onSort={onSort}
      isMarked={({ id }) => marked.has(id)}
      onOpen={({ id }) => void navigate({ to: '/alerts/$id', params: { id: String(id) } })}
    />
  );
}

function useColumns(): Column<AlertSummary, AlertSort>[] {
  const { columns, untitled, open } = useListText();
  const t = useT();
  const format = useFormat();
  return [
    {
      key: 'deadline',
      header: columns.deadline,
      sort: 'deadline',
      width: 170,
      render: (alert) => <DeadlineCountdown deadline={alert.deadline} running={alert.needsAnswer} />,
    },
    {
      key: 'amount',
      header: columns.amount,
      sort: 'amount',
      align: 'end',
      render: (alert) => (
        <Text span size="sm" fw={600} className={classes.nowrap ?? ''}>
          {format.money(alert.amount, alert.currency)}
        </Text>
      ),
    },
    {
      key: 'descriptor',
      header: columns.descriptor,
      render: (alert) => (
        <div className={classes.subject}>
          <Link
            to="/alerts/$id"
            params={{ id: String(alert.id) }}
            className={classes.link ?? ''}
            aria-label={open(alert.descriptor ?? alert.alertId)}
          >
            {alert.descriptor ?? untitled}
          </Link>
          <span className={classes.minor}>{alert.alertId}</span>
        </div>
      ),
    },
    {
      key: 'card',
      header: columns.card,
      render: (alert) => <span className={classes.number}>{cardNumber(alert) ?? t.none}</span>,
    },
    { key: 'risk', header: columns.risk, sort: 'riskLevel', render: (alert) => <RiskBadge value={alert.riskLevel} /> },
    { key: 'program', header: columns.program, render: (alert) => <ProgramBadge value={alert.program} /> },
    { key: 'status', header: columns.status, render: (alert) => <AlertStatus alert={alert} /> },
    {
      key: 'alertTime',
      header: columns.alertTime,
      sort: 'alertTime',
      render: (alert) => (
        <time dateTime={alert.alertTime} title={format.time(alert.alertTime, 'exact')} className={classes.number}>
          {format.time(alert.alertTime, 'short')}
        </time>
      ),
    },
  ];
}
