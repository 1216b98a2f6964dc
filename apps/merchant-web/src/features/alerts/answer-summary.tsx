import type { AlertAnswer, AlertDetail } from '@forewarn/core/alerts/model';
import { FeedbackStatusBadge, type KeyValue, KeyValues, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { AnswerAgain } from './answer-again.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AnswerFormer } from './answer-former.tsx';
import { EvidenceLinks } from './evidence-links.tsx';
import { ReceiptPanel } from './receipt.tsx';
import { useAnswerText, useDetailText, useEvidenceText } from './text/index.ts';

/** What was answered, and in a sentence how far it got. */
export function AnswerSummary({ alert }: { alert: AlertDetail }) {
  const text = useDetailText();
  const answering = useAnswerText();
  const [correcting, setCorrecting] = useState(false);
  // While a try is under way the form stays, with what was typed: the try may fail.
  const waits = alert.feedbackStatus === 'QUEUED' || alert.feedbackStatus === 'PENDING_RETRY';
  if (correcting && (alert.answer?.correctable || waits))
    return <AnswerForm alert={alert} onCorrected={() => setCorrecting(false)} />;
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section">
      <Stack gap="md">
        <div role="status">
          <Group gap="sm">
            <Title order={2} size="h4">
              {text.answer.title}
            </Title>
            <FeedbackStatusBadge value={alert.feedbackStatus} />
            {alert.answer?.late && <ToneBadge tone="warning">{answering.correct.late}</ToneBadge>}
          </Group>
          <Text size="sm" mt={6}>
            {text.feedback[alert.feedbackStatus]}
          </Text>
        </div>
        <AnswerAgain alert={alert} onCorrect={() => setCorrecting(true)} />
        {alert.answer && <AnswerFacts alert={alert} answer={alert.answer} />}
        <AnswerFormer alert={alert} />
        {alert.answer && <ReceiptPanel alert={alert} />}
      </Stack>
    </Paper>
  );
}

function AnswerFacts({ alert, answer }: { alert: AlertDetail; answer: AlertAnswer }) {
  const { answer: text } = useDetailText();
  const evidence = useEvidenceText();
  const labels = useAlertLabels();
  const format = useFormat();
  const time = (instant: string | null) => instant && format.time(instant, 'exact');
  const items: KeyValue[] = [
    { label: text.action, value: labels.action[answer.action] },
    {
      label: text.refundAmount,
      value: answer.refundAmount === null ? null : format.money(answer.refundAmount, alert.currency),
    },
    ...(answer.refundReference ? [{ label: text.refundReference, value: answer.refundReference }] : []),
    { label: text.submitted, value: time(answer.submittedTime) },
    { label: text.submittedBy, value: answer.submittedBy },
    { label: text.sentTime, value: time(answer.sentTime) },
    { label: text.closedTime, value: time(answer.closedTime) },
    { label: text.attempts, value: answer.attempts === 0 ? null : text.attemptsValue(answer.attempts) },
    { label: text.reason, value: answer.reason, wide: true },
    ...(answer.comments ? [{ label: text.comments, value: answer.comments, wide: true }] : []),
    ...(answer.preventiveActions
      ? [{ label: text.preventiveActions, value: answer.preventiveActions, wide: true }]
      : []),
  ];
  const files = alert.evidenceFiles.filter(({ id }) => answer.evidence.includes(id));
  if (files.length > 0)
    items.push({
      label: evidence.answered,
      value: <EvidenceLinks alertId={alert.id} files={files} />,
      wide: true,
    });
  return <KeyValues items={items} />;
}
