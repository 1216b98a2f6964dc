import type { AlertDetail } from '@forewarn/core/alerts/model';
import { DeadlineCountdown } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import classes from './answer.module.css';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerConfirm } from './answer-confirm.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { readyAnswer } from './answer-rules.ts';
import { useAnswerText } from './text/index.ts';
import { useAnswer } from './use-answer.ts';
import { forgetDraft, type Preselected, useAnswerForm } from './use-answer-form.ts';
import { useEvidence } from './use-evidence.ts';
import { useRefundGuard } from './use-refund-guard.tsx';

const FORM = 'answer-form';

/** Choose, explain, check, and confirm a second time. */
export function AnswerForm({ alert, preselect }: { alert: AlertDetail; preselect?: Preselected | undefined }) {
  const text = useAnswerText();
  const problemOf = useProblemOf();
  const suspended = useSessionUser()?.suspended ?? false;
  const answer = useAnswer();
  const problem = answer.isError ? problemOf(answer.error) : undefined;
  const evidence = useEvidence(alert);
  const form = useAnswerForm(alert, evidence.busy, problem, answer.error, preselect);
  const [confirming, setConfirming] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const ready = readyAnswer(form.values, alert, evidence.busy);
  const guard = useRefundGuard(alert, {
    onInstead: (action) => form.change({ action, refundAmount: '' }),
    onGoOn: () => setConfirming(true),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    form.showAll();
    if (guard.stops(ready)) return;
    if (form.valid) setConfirming(true);
    else requestAnimationFrame(() => focusFirstFault(root.current));
  }

  function send() {
    if (!ready) return;
    answer.mutate(guard.marked(ready), {
      onSuccess: () => forgetDraft(alert.id),
      onError: (error) => {
        setConfirming(false);
        guard.refused(error);
      },
    });
  }

  const started = form.values.action !== '';
  const inPlace = Object.keys(form.errors).length > 0;
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section">
      <form id={FORM} ref={root} onSubmit={submit} noValidate>
        <Stack gap="md">
          <div>
            <Title order={2} size="h4">
              {text.heading}
            </Title>
            <Text size="sm" c="dimmed">
              {text.intro}
            </Text>
          </div>
          <AnswerActions
            value={form.values.action}
            error={form.errors.action}
            disabled={suspended}
            onChange={(action) => form.change({ action })}
          />
          {started && (
            <AnswerFields
              alert={alert}
              values={form.values}
              evidence={evidence}
              errors={form.errors}
              disabled={suspended}
              onChange={form.change}
              onLeave={form.leave}
              onResume={form.resume}
            />
          )}
          {problem && problem.code !== 'ALERT_REFUNDED_BEFORE' && <ErrorNote problem={problem} />}
          {inPlace && (
            <Text size="sm" c="var(--mantine-color-error)" role="status">
              {text.errors.fix}
            </Text>
          )}
          {!suspended && (
            <Button type="submit" size="md" className={classes.inlineSubmit ?? ''}>
              {text.next}
            </Button>
          )}
        </Stack>
      </form>
      {!suspended && (
        <div className={classes.bar}>
          <DeadlineCountdown deadline={alert.deadline} running />
          <Button type="submit" form={FORM} size="md" flex="none">
            {started ? text.nextShort : text.choose}
          </Button>
        </div>
      )}
      {guard.dialog}
      {ready && (
        <AnswerConfirm
          alert={alert}
          answer={ready}
          opened={confirming}
          busy={answer.isPending}
          onConfirm={send}
          onCancel={() => setConfirming(false)}
        />
      )}
    </Paper>
  );
}

function focusFirstFault(form: HTMLFormElement | null): void {
  const fault =
    form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault]') ??
    form?.querySelector<HTMLElement>('[role=radio]');
  fault?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  fault?.focus({ preventScroll: true });
}
