import { type AnswerAction, QUICK_ACTIONS, type QuickAction, type QuickAlert } from '@forewarn/core/alerts/model';
import { exponentOf } from '@forewarn/core/kernel/money';
import { DeadlineCountdown, type KeyValue, KeyValues, RiskBadge } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { formatTime, useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { trpc } from '../../api.ts';
import { ButtonLink } from '../../app/button-link.tsx';
import { useCurrentLocale } from '../../app/preferences/locale.ts';
import { errorData } from '../../app/problem/read-error.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { Sheet } from '../../app/sheet.tsx';
import { TextLink } from '../../app/text-link.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerConfirm } from './answer-confirm.tsx';
import { type AnswerFault, checkAnswer, EMPTY_ANSWER, fullRefund, hasReference, readyAnswer } from './answer-rules.ts';
import { faultOf } from './quick-fault.ts';
import { QuickRefunded } from './quick-refunded.tsx';
import { useAnswerText, useQuickText } from './text/index.ts';

interface QuickFormProps {
  token: string;
  alert: QuickAlert;
  /** The link won't take an answer any more. */
  onOutdated: (error: unknown) => void;
}

/** What it is about, the answers that need little, and a second confirmation. */
export function QuickForm({ token, alert, onOutdated }: QuickFormProps) {
  const text = useQuickText();
  const answers = useAnswerText();
  const format = useFormat();
  const problemOf = useProblemOf();
  const [values, setValues] = useState(EMPTY_ANSWER);
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const answer = useMutation(trpc.alerts.quickAnswer.mutationOptions());
  if (answer.data) return <Answered id={alert.id} action={answer.data.action} />;

  const refundedBefore = errorData(answer.error)?.error === 'ALERT_REFUNDED_BEFORE';
  const faults = tried ? checkAnswer(values, alert) : {};
  const ready = readyAnswer(values, alert);
  const inWords = (fault: AnswerFault | undefined) => {
    if (fault === undefined) return undefined;
    if (fault === 'refundTooHigh') return answers.errors.refundTooHigh(format.money(alert.amount, alert.currency));
    return fault === 'refundDecimals'
      ? answers.errors.refundDecimals(exponentOf(alert.currency))
      : answers.errors[fault];
  };

  function choose(action: AnswerAction) {
    const quick = quickOf(action);
    if (!quick) return;
    answer.reset();
    const untouched = values.reason === '' || Object.values(text.prefill).includes(values.reason);
    setValues({
      ...values,
      action,
      reason: untouched ? text.prefill[quick] : values.reason,
      refundAmount: action === 'REFUND' ? values.refundAmount || fullRefund(alert) : '',
      refundReference: hasReference(action) ? values.refundReference : '',
    });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (ready) setConfirming(true);
    else
      requestAnimationFrame(() =>
        root.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role=radio]')?.focus(),
      );
  }

  function send() {
    const action = ready && quickOf(ready.action);
    if (!ready || !action) return;
    answer.mutate(
      {
        ...{ token, action, reason: ready.reason },
        refundAmount: ready.refundAmount ?? null,
        refundReference: ready.refundReference ?? null,
      },
      {
        onError: (error) => {
          setConfirming(false);
          if (faultOf(error, text.problem)) onOutdated(error);
        },
      },
    );
  }

  return (
    <Sheet page={text.page} heading={text.heading} intro={text.forCompany(alert.companyName)}>
      <Facts alert={alert} />
      <form ref={root} onSubmit={submit} noValidate>
        <Stack gap="md">
          <AnswerActions
            allowed={QUICK_ACTIONS}
            value={values.action}
            error={inWords(faults.action)}
            disabled={answer.isPending}
            onChange={choose}
          />
          {values.action === 'REFUND' && (
            <TextInput
              name="refundAmount"
              label={answers.refundAmount(alert.currency)}
              description={answers.refundHint(format.money(alert.amount, alert.currency))}
              withAsterisk
              inputMode="decimal"
              autoComplete="off"
              value={values.refundAmount}
              error={inWords(faults.refundAmount)}
              onChange={(event) => setValues({ ...values, refundAmount: event.currentTarget.value.trim() })}
            />
          )}
          {hasReference(values.action) && (
            <TextInput
              name="refundReference"
              label={answers.refundReference}
              description={answers.referenceHint}
              autoComplete="off"
              maxLength={200}
              value={values.refundReference}
              error={inWords(faults.refundReference)}
              onChange={(event) => setValues({ ...values, refundReference: event.currentTarget.value })}
            />
          )}
          {values.action !== '' && (
            <Textarea
              name="reason"
              label={answers.reason}
              description={answers.reasonHint}
              withAsterisk
              autosize
              minRows={2}
              maxRows={8}
              value={values.reason}
              error={inWords(faults.reason)}
              onChange={(event) => setValues({ ...values, reason: event.currentTarget.value })}
            />
          )}
          {refundedBefore && <QuickRefunded onInstead={choose} />}
          {answer.isError && !refundedBefore && <ErrorNote problem={problemOf(answer.error)} />}
          <Button type="submit" size="md" fullWidth>
            {answers.next}
          </Button>
          <Text size="sm" ta="center">
            <TextLink to="/alerts/$id" params={{ id: String(alert.id) }}>
              {text.signInInstead}
            </TextLink>
          </Text>
        </Stack>
      </form>
      {ready && (
        <AnswerConfirm
          alert={{ ...alert, evidenceFiles: [] }}
          answer={ready}
          opened={confirming}
          busy={answer.isPending}
          onConfirm={send}
          onCancel={() => setConfirming(false)}
        />
      )}
    </Sheet>
  );
}

function quickOf(action: AnswerAction): QuickAction | undefined {
  return QUICK_ACTIONS.find((quick) => quick === action);
}

/** Times in the merchant's zone, as its mail says them. */
function Facts({ alert }: { alert: QuickAlert }) {
  const text = useQuickText();
  const format = useFormat();
  const locale = useCurrentLocale();
  const time = (instant: string) => formatTime(instant, locale, alert.timeZone, 'exact');
  const items: KeyValue[] = [
    { label: text.fields.alertId, value: alert.alertId },
    { label: text.fields.descriptor, value: alert.descriptor },
    { label: text.fields.card, value: alert.cardLast4 },
    { label: text.fields.time, value: time(alert.alertTime) },
  ];
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="xs">
        <div>
          <RiskBadge value={alert.riskLevel} />
          <Text fz={26} fw={650} className="fw-tabular" lh={1.3}>
            {format.money(alert.amount, alert.currency)}
          </Text>
        </div>
        <div>
          <Text size="xs" c="dimmed">
            {text.fields.deadline}
          </Text>
          <DeadlineCountdown deadline={alert.deadline} running />
        </div>
      </Group>
      <KeyValues items={items} />
    </Stack>
  );
}

function Answered({ id, action }: { id: number; action: QuickAction }) {
  const text = useQuickText();
  const labels = useAlertLabels();
  return (
    <Sheet page={text.page} heading={text.done.heading} intro={text.done.text(labels.action[action])}>
      <Text size="sm">{text.done.after}</Text>
      <ButtonLink to="/alerts/$id" params={{ id: String(id) }} variant="default" size="md" fullWidth>
        {text.done.view}
      </ButtonLink>
    </Sheet>
  );
}
