import type { AlertSummary, AnswerAction } from '@forewarn/core/alerts/model';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { AnswerActions } from './answer-actions.tsx';
import classes from './batch.module.css';
import type { LeftOut } from './batch-split.ts';
import { BatchTotals } from './batch-totals.tsx';
import { useAnswerText, useBatchText } from './text/index.ts';

interface BatchChoiceProps {
  alerts: readonly AlertSummary[];
  out: ReadonlyMap<LeftOut, number>;
  allowed: readonly AnswerAction[];
  action: AnswerAction | '';
  reason: string;
  complete: boolean;
  onAction: (action: AnswerAction) => void;
  onReason: (reason: string) => void;
  onNext: () => void;
}

/** The one answer and the one reason for all. */
export function BatchChoice({ alerts, out, allowed, action, reason, complete, ...on }: BatchChoiceProps) {
  const text = useBatchText();
  const answer = useAnswerText();
  const [asked, setAsked] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const length = reason.trim().length;
  const next = () => {
    setAsked(true);
    if (complete) return on.onNext();
    requestAnimationFrame(() => {
      const fault = root.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-fault]');
      const first = action === '' ? root.current?.querySelector<HTMLElement>('[role=radio]') : fault;
      first?.scrollIntoView({ block: 'center' });
      first?.focus({ preventScroll: true });
    });
  };
  return (
    <Stack gap="md" ref={root}>
      <BatchTotals alerts={alerts} />
      {out.size > 0 && (
        <Text size="sm" c="dimmed">
          {text.leftOut([...out].map(([why, count]) => text.why[why](count)))}
        </Text>
      )}
      <AnswerActions
        allowed={allowed}
        value={action}
        error={asked && action === '' ? answer.errors.action : undefined}
        disabled={false}
        onChange={on.onAction}
      />
      <Text size="sm" c="dimmed">
        {text.noDispute}
      </Text>
      {action === 'MARK_FRAUD' && (
        <Text size="sm" fw={550}>
          {text.fraudUnrefunded}
        </Text>
      )}
      {action === 'REFUND' && (
        <Text size="sm" fw={550}>
          {text.fullRefund}
        </Text>
      )}
      <Textarea
        name="reason"
        label={text.reason}
        description={answer.reasonHint}
        withAsterisk
        autosize
        minRows={2}
        maxRows={8}
        value={reason}
        error={asked && (length < 2 || length > 500) ? answer.errors.reason : undefined}
        onChange={(event) => on.onReason(event.currentTarget.value)}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
      />
      <Group justify="flex-end" className={classes.foot ?? ''}>
        <Button onClick={next}>{answer.next}</Button>
      </Group>
    </Stack>
  );
}
