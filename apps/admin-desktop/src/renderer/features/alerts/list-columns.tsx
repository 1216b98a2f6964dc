import type { ALERT_SORTS, AlertSummary } from '@forewarn/core/alerts/model';
import { type Column, DeadlineCountdown, ProgramBadge, RiskBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useT } from '@forewarn/ui/i18n';
import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { AnswerState } from './answer-state.tsx';
import { cardText } from './card-text.ts';
import { AlertCell, Line, MerchantCell, Minor, StatusCell } from './list-cells.tsx';
import type { ColumnKey } from './list-column-choice.ts';
import { useAlertsText } from './text/index.ts';

export type AlertSort = (typeof ALERT_SORTS)[number];

/** Whether time still runs for this alert: for its merchant, or for us while nobody has it. */
export function isRunning(alert: AlertSummary): boolean {
  return alert.needsAnswer || (alert.processStatus === 'PENDING' && alert.merchantId === null);
}

type AlertColumn = Column<AlertSummary, AlertSort>;

/** The chosen columns; the same array until language or choice change, so that rows aren't drawn anew. */
export function useAlertColumns(chosen: readonly ColumnKey[], waiting: boolean): AlertColumn[] {
  const t = useAlertsText().list;
  const labels = useAlertLabels();
  const none = useT().none;
  const format = useFormat();
  return useMemo(() => {
    const has = new Set(chosen);
    const all: Record<ColumnKey, Omit<AlertColumn, 'key' | 'header'>> = {
      deadline: {
        ...(waiting && { sort: 'deadline' as const }),
        width: 150,
        render: (alert) => <DeadlineCountdown deadline={alert.deadline} running={isRunning(alert)} />,
      },
      alert: {
        ...(!has.has('alertTime') && { sort: 'alertTime' as const }),
        render: (alert) => (
          <AlertCell alert={alert} withTime={!has.has('alertTime')} withProgram={!has.has('program')} />
        ),
      },
      alertTime: { sort: 'alertTime', render: (alert) => <Line>{format.time(alert.alertTime, 'short')}</Line> },
      merchant: { render: (alert) => <MerchantCell alert={alert} /> },
      assignee: { render: ({ assignedTo }) => assignedTo?.name ?? none },
      descriptor: {
        width: 180,
        render: (alert) => (
          <Stack gap={0}>
            <Text
              size="sm"
              miw={120}
              lineClamp={2}
              title={alert.descriptor ?? undefined}
              style={{ overflowWrap: 'anywhere' }}
            >
              {alert.descriptor ?? none}
            </Text>
            {!has.has('card') && <Minor>{cardText(alert)}</Minor>}
          </Stack>
        ),
      },
      card: { render: (alert) => <Line>{cardText(alert)}</Line> },
      brand: { render: ({ cardBrand }) => (cardBrand ? labels.cardBrand[cardBrand] : none) },
      transactionId: {
        render: ({ transactionId }) => (
          <Text
            size="sm"
            lineClamp={2}
            miw={110}
            maw={160}
            title={transactionId ?? undefined}
            style={{ wordBreak: 'break-all' }}
          >
            {transactionId ?? none}
          </Text>
        ),
      },
      amount: {
        sort: 'amount',
        align: 'end',
        render: (alert) => (
          <Text size="sm" fw={550} style={{ whiteSpace: 'nowrap' }}>
            {format.money(alert.amount, alert.currency)}
          </Text>
        ),
      },
      currency: { render: ({ currency }) => currency },
      risk: { sort: 'riskLevel', render: (alert) => <RiskBadge value={alert.riskLevel} /> },
      program: { render: (alert) => <ProgramBadge value={alert.program} /> },
      status: {
        render: (alert) => (
          <StatusCell alert={alert} withFeedback={!has.has('feedback')} withTime={!has.has('processTime')} />
        ),
      },
      feedback: { render: (alert) => <AnswerState alert={alert} /> },
      processTime: {
        render: ({ processTime }) => <Line>{processTime ? format.time(processTime, 'short') : none}</Line>,
      },
    };
    return chosen.map((key) => ({ key, header: t.column[key], ...all[key] }));
  }, [chosen, waiting, t, labels, none, format]);
}
