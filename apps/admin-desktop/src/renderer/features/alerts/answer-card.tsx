import type { AlertDetail } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Facts } from '../../app/facts.tsx';
import { useMay } from '../../app/use-session.ts';
import { AnswerAgain } from './answer-again.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { AnswerFormer } from './answer-former.tsx';
import { AnswerState, isMissed } from './answer-state.tsx';
import { useAnswerText } from './text/answer.ts';
import { useAlertsText } from './text/index.ts';

/** What the merchant answered, and how far that answer got. */
export function AnswerCard({ alert }: { alert: AlertDetail }) {
  const t = useAlertsText().detail;
  const labels = useAlertLabels();
  const format = useFormat();
  const answering = useAnswerText();
  const may = useMay('alert:process');
  const [open, setOpen] = useState(false);
  const { answer } = alert;
  const missed = answer === null && isMissed(alert);
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t.answer}
          </Title>
          <AnswerState alert={alert} />
        </Group>
        {answer === null ? (
          <>
            <Text size="sm" c="dimmed">
              {missed ? answering.missed : alert.program === 'RDR' ? t.noAnswerNeeded : t.noAnswer}
            </Text>
            {may && (alert.needsAnswer || missed) && (
              <Button variant="default" onClick={() => setOpen(true)}>
                {answering.open}
              </Button>
            )}
          </>
        ) : (
          <>
            <Text size="sm">{t.feedback[alert.feedbackStatus]}</Text>
            {may && <AnswerAgain alert={alert} answer={answer} onCorrect={() => setOpen(true)} />}
            <Facts
              items={[
                { label: t.answered.action, value: labels.action[answer.action] },
                {
                  label: t.answered.refund,
                  value: answer.refundAmount !== null && format.money(answer.refundAmount, alert.currency),
                },
                ...(answer.refundReference
                  ? [{ label: answering.referenceLabel, value: answer.refundReference, wide: true }]
                  : []),
                { label: t.answered.by, value: answer.submittedBy },
                {
                  label: t.answered.at,
                  value: `${format.time(answer.submittedTime, 'exact')}${answer.late ? ` · ${answering.late}` : ''}`,
                },
                { label: t.answered.attempts, value: String(answer.attempts) },
                { label: t.answered.reason, value: answer.reason, wide: true },
                ...(answer.failureReason === null
                  ? []
                  : [{ label: t.answered.failure, value: t.answered.failures[answer.failureReason], wide: true }]),
                ...(answer.comments === null
                  ? []
                  : [{ label: t.answered.comments, value: answer.comments, wide: true }]),
                ...(answer.preventiveActions === null
                  ? []
                  : [{ label: t.answered.preventive, value: answer.preventiveActions, wide: true }]),
              ]}
            />
            <AnswerFormer answers={answer.former} currency={alert.currency} />
          </>
        )}
      </Stack>
      {open && <AnswerDialog alert={alert} correcting={answer !== null} onClose={() => setOpen(false)} />}
    </Paper>
  );
}
