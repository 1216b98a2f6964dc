import type { AlertDetail } from '@forewarn/core/alerts/model';
import { DeadlineCountdown } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { alertState } from './alert-state.ts';
import classes from './answer.module.css';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerConfirm } from './answer-confirm.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { chosenAmount, readyAnswer } from './answer-rules.ts';
import { fromDraft, startValues, toDraft } from './answer-start.ts';
import { DraftSign } from './draft-sign.tsx';
import { useAnswerText } from './text/index.ts';
import { useAnswer } from './use-answer.ts';
import { type Preselected, useAnswerForm } from './use-answer-form.ts';
import { ANSWER_PLACE } from './use-answer-place.ts';
import { useDraft } from './use-draft.ts';
import { useEvidence } from './use-evidence.ts';
import { useRefundGuard } from './use-refund-guard.tsx';

const FORM = 'answer-form';
const route = getRouteApi('/shell/alerts/$id');

interface AnswerFormProps {
  alert: AlertDetail;
  /** Chosen beside the form. */
  preselect?: Preselected | undefined;
  /** Another answer takes the place of the one that was given; called when it has, or when it isn't wanted. */
  onCorrected?: () => void;
}

/** Choose, explain, check, and confirm a second time. */
export function AnswerForm({ alert, preselect, onCorrected }: AnswerFormProps) {
  const text = useAnswerText();
  const problemOf = useProblemOf();
  const { action: suggested } = route.useSearch();
  const suspended = useSessionUser()?.suspended ?? false;
  const correcting = onCorrected !== undefined;
  const missed = alertState(alert) === 'missed';
  const answer = useAnswer(correcting);
  const problem = answer.isError ? problemOf(answer.error) : undefined;
  const evidence = useEvidence(alert);
  const start = startValues(alert, correcting, suggested);
  const form = useAnswerForm(alert, start, evidence, problem, answer.error, preselect);
  const typed = useMemo(() => (correcting || !form.typed ? null : toDraft(form.typed)), [correcting, form.typed]);
  const draft = useDraft(alert, typed, (kept) => form.adopt(fromDraft(kept)));
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
      onSuccess: () => {
        draft.end();
        onCorrected?.();
      },
      onError: (error) => {
        setConfirming(false);
        guard.refused(error);
        requestAnimationFrame(() => root.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' }));
      },
    });
  }

  const started = form.values.action !== '';
  const inPlace = Object.keys(form.errors).length > 0;
  return (
    <Paper id={ANSWER_PLACE} p={{ base: 'md', sm: 'lg' }} component="section" className={classes.place ?? ''}>
      <form id={FORM} ref={root} onSubmit={submit} noValidate>
        <Stack gap="md">
          <div>
            <Title order={2} size="h4">
              {correcting ? text.correct.heading : text.heading}
            </Title>
            <Text size="sm" c="dimmed">
              {correcting ? text.correct.intro : missed ? text.introMissed : text.intro}
            </Text>
          </div>
          <AnswerActions
            value={form.values.action}
            error={form.errors.action}
            disabled={suspended}
            onChange={(action) =>
              form.change({ action, refundAmount: chosenAmount(action, form.values.refundAmount, alert) })
            }
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
          {!correcting && !suspended && <DraftSign {...draft} />}
          {problem && problem.code !== 'ALERT_REFUNDED_BEFORE' && <ErrorNote problem={problem} />}
          {inPlace && (
            <Text size="sm" c="var(--mantine-color-error)" role="status">
              {text.errors.fix}
            </Text>
          )}
          {!suspended && (
            <Group gap="sm">
              <Button type="submit" size="md" className={classes.inlineSubmit ?? ''}>
                {text.next}
              </Button>
              {onCorrected && (
                <Button variant="default" size="md" onClick={onCorrected} disabled={answer.isPending}>
                  {text.correct.cancel}
                </Button>
              )}
            </Group>
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
          alert={{ ...alert, evidenceFiles: evidence.files }}
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
