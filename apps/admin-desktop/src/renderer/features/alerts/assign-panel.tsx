import { type AlertDetail, type AlertSummary, AssignInput } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useRef } from 'react';
import { useProblem } from '../../app/use-problem.ts';
import { AssignKeys } from './assign-keys.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { MerchantChoice, useChosenMerchant } from './merchant-choice.tsx';
import classes from './queue.module.css';
import { ReasonField } from './reason-field.tsx';
import { useAlertsText } from './text/index.ts';
import { useAssign } from './use-assign.ts';

interface AssignPanelProps {
  alert: AlertDetail;
  /** The others in the queue with the same descriptor. */
  same: readonly AlertSummary[];
  onSettled: (ids: ReadonlySet<number>) => void;
  /** What the alert says, above the choice. */
  children: ReactNode;
}

interface Choice {
  merchantId: number | undefined;
  cardId: number | undefined;
  reason: string;
  alsoSame: boolean;
}

/** Decides whose alert it is. The sentence beside the button says what follows. */
export function AssignPanel({ alert, same, onSettled, children }: AssignPanelProps) {
  const t = useAlertsText().queue;
  const toProblem = useProblem();
  const merchantField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const form = useForm<Choice>({
    initialValues: { merchantId: undefined, cardId: undefined, reason: '', alsoSame: false },
    validate: {
      merchantId: (value) => (value === undefined ? t.needMerchant : null),
      reason: (value) => (AssignInput.shape.reason.safeParse(value).success ? null : t.reasonHint),
    },
  });
  const { merchantId, cardId, alsoSame } = form.values;
  const merchant = useChosenMerchant(merchantId);
  const inactive = merchant !== undefined && merchant.status !== 'ACTIVE' ? t.inactive[merchant.status] : undefined;
  const assign = useAssign();
  const alerts = alsoSame ? [alert, ...same] : [alert];

  const choose = (index: number) => {
    const candidate = alert.candidates[index];
    if (candidate) form.setValues({ merchantId: candidate.merchantId, cardId: candidate.cardId });
  };
  const submit = form.onSubmit(
    async ({ reason }) => {
      if (merchantId === undefined || inactive !== undefined) return;
      const { assigned, failed } = await assign.mutateAsync({ alerts, merchantId, cardId, reason });
      if (failed.length > 0) return;
      notifications.show({ message: t.done(assigned.size, merchant?.companyName ?? '') });
      onSettled(assigned);
    },
    (errors) => (errors.merchantId ? merchantField : reasonField).current?.focus(),
  );
  const focus = (field: { current: HTMLElement | null }) => () => field.current?.focus();
  useHotkeys([
    ...alert.candidates.slice(0, 9).map((_, index) => [String(index + 1), () => choose(index)] as [string, () => void]),
    ['M', focus(merchantField)],
    ['R', focus(reasonField)],
  ]);
  useHotkeys([['mod+Enter', () => submit()]], []);

  return (
    <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
      <div className={classes.scroll}>
        <Stack gap="lg">
          {children}
          {alert.candidates.length > 0 && (
            <CandidateTable
              alert={alert}
              chosen={cardId}
              onChoose={(candidate) => choose(alert.candidates.indexOf(candidate))}
            />
          )}
          <MerchantChoice
            hasCandidates={alert.candidates.length > 0}
            merchantId={merchantId}
            cardId={cardId}
            onMerchant={(next) => form.setValues({ merchantId: next, cardId: undefined })}
            onCard={(next) => form.setFieldValue('cardId', next)}
            error={form.errors.merchantId?.toString()}
            inputRef={merchantField}
          />
          {inactive && (
            <ErrorNote
              problem={{ code: 'MERCHANT_NOT_ACTIVE', title: inactive, text: '', canRetry: false, fields: {} }}
            />
          )}
          <ReasonField
            inputRef={reasonField}
            value={form.values.reason}
            onChange={(reason) => form.setFieldValue('reason', reason)}
            error={form.errors.reason}
          />
          {same.length > 0 && (
            <Checkbox label={t.alsoSame(same.length)} {...form.getInputProps('alsoSame', { type: 'checkbox' })} />
          )}
          {assign.data?.failed.map(({ alertId, error }) => {
            const problem = toProblem(error);
            return <ErrorNote key={alertId} problem={{ ...problem, title: `${alertId} · ${problem.title}` }} />;
          })}
        </Stack>
      </div>
      <div className={classes.foot}>
        <Group justify="space-between" wrap="nowrap" gap="lg">
          <Stack gap={2}>
            <Text size="sm">
              {merchant === undefined ? t.needMerchant : t.consequence(merchant.companyName, alerts.length)}
              {merchant !== undefined && ` ${after(alert, t)}`}
            </Text>
            <AssignKeys candidates={alert.candidates.length} />
          </Stack>
          <Button type="submit" disabled={inactive !== undefined} loading={assign.isPending} style={{ flex: 'none' }}>
            {assign.isPending && alerts.length > 1
              ? t.assigning(assign.done, alerts.length)
              : alerts.length > 1
                ? t.assignMany(alerts.length)
                : t.assign}
          </Button>
        </Group>
      </div>
    </form>
  );
}

/** What is particular about answering this one. */
function after(alert: AlertDetail, t: ReturnType<typeof useAlertsText>['queue']): string {
  if (alert.program === 'RDR') return t.consequenceRdr;
  return new Date(alert.deadline).getTime() <= Date.now() ? t.consequencePassed : '';
}
