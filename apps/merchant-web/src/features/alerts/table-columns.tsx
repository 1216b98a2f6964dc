import type { AlertSort, AlertSummary } from '@forewarn/core/alerts/model';
import { type Column, DeadlineCountdown, FeedbackStatusBadge, ProgramBadge, RiskBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useT } from '@forewarn/ui/i18n';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { cardNumber } from './card-number.ts';
import classes from './list.module.css';
import type { ColumnKey } from './list-columns.ts';
import { RuleLine } from './rule-line.tsx';
import { StatusCell } from './status-cell.tsx';
import { useListText } from './text/index.ts';

/** Numbers differ at their ends: what is too long loses its middle. */
const TAIL = 6;

type AlertColumn = Column<AlertSummary, AlertSort>;

/** The chosen columns; the same array until language, zone or choice change, so that rows aren't drawn anew. */
export function useTableColumns(chosen: readonly ColumnKey[], waiting: boolean): AlertColumn[] {
  const { columns: names, untitled, open } = useListText();
  const { cardBrand } = useAlertLabels();
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const has = new Set(chosen);
    const time = (instant: string) => (
      <time dateTime={instant} title={format.time(instant, 'exact')} className={classes.number}>
        {format.time(instant, 'short')}
      </time>
    );
    const code = (value: string | null) => (
      <span className={classes.code} title={value ?? undefined}>
        <span>{value?.slice(0, -TAIL) ?? t.none}</span>
        {value && <span>{value.slice(-TAIL)}</span>}
      </span>
    );
    const all: Record<ColumnKey, Omit<AlertColumn, 'key' | 'header'>> = {
      deadline: {
        ...(waiting && { sort: 'deadline' as const }),
        width: 140,
        render: (alert) => (
          <>
            <DeadlineCountdown deadline={alert.deadline} running={alert.needsAnswer} />
            <RuleLine id={alert.id} />
          </>
        ),
      },
      amount: {
        sort: 'amount',
        align: 'end',
        render: (alert) => (
          <Text span size="sm" fw={600} className={classes.nowrap ?? ''}>
            {format.money(alert.amount, alert.currency)}
          </Text>
        ),
      },
      currency: { render: (alert) => <span className={classes.number}>{alert.currency}</span> },
      descriptor: {
        render: (alert, reachable) => (
          <div className={classes.subject}>
            <Link
              to="/alerts/$id"
              params={{ id: String(alert.id) }}
              className={classes.link ?? ''}
              aria-label={open(alert.descriptor ?? alert.alertId)}
              tabIndex={reachable ? 0 : -1}
              data-row-link
            >
              {alert.descriptor ?? untitled}
            </Link>
            {!has.has('alertId') && <span className={classes.minor}>{alert.alertId}</span>}
          </div>
        ),
      },
      alertId: { render: (alert) => code(alert.alertId) },
      transactionId: { render: (alert) => code(alert.transactionId) },
      card: {
        render: (alert) => (
          <div className={classes.subject}>
            <span className={classes.number}>{cardNumber(alert) ?? t.none}</span>
            {!has.has('brand') && alert.cardBrand && (
              <span className={classes.minor}>{cardBrand[alert.cardBrand]}</span>
            )}
          </div>
        ),
      },
      brand: { render: (alert) => (alert.cardBrand ? cardBrand[alert.cardBrand] : t.none) },
      risk: { sort: 'riskLevel', render: (alert) => <RiskBadge value={alert.riskLevel} /> },
      program: { render: (alert) => <ProgramBadge value={alert.program} /> },
      status: {
        render: (alert) => (
          <StatusCell alert={alert} withTime={!has.has('processTime')} withFeedback={!has.has('feedback')} />
        ),
      },
      feedback: {
        render: (alert) =>
          alert.feedbackStatus === 'NONE' ? t.none : <FeedbackStatusBadge value={alert.feedbackStatus} />,
      },
      processTime: { render: (alert) => (alert.processTime ? time(alert.processTime) : t.none) },
      assignee: { render: (alert) => alert.assignedTo?.name ?? t.none },
      alertTime: { sort: 'alertTime', render: (alert) => time(alert.alertTime) },
    };
    return chosen.map((key) => ({ key, header: names[key], ...all[key] }));
  }, [chosen, waiting, names, untitled, open, cardBrand, t, format]);
}
