import { type AlertDetail, type AlertSummary, AssignInput } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useProblem } from '../../app/use-problem.ts';
import { usePulse } from '../../app/use-pulse.ts';
import { useMay } from '../../app/use-session.ts';
import { AssignKeys } from './assign-keys.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { type Learn, LearnChoice, useLearnPreview } from './learn-choice.tsx';
import { MerchantChoice, useChosenMerchant } from './merchant-choice.tsx';
import { type NewCard, NewCardDialog } from './new-card-dialog.tsx';
import classes from './queue.module.css';
import { ReasonField } from './reason-field.tsx';
import { useAlertsText } from './text/index.ts';
import { useQueueText } from './text/queue.ts';
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
  learn: Learn;
}

/** Decides whose alert it is. The sentence beside the button says what follows. */
export function AssignPanel({ alert, same, onSettled, children }: AssignPanelProps) {
  const t = useAlertsText().queue;
  const words = useQueueText();
  const toProblem = useProblem();
  const { waiting } = usePulse();
  const mayAdd = useMay('card:create');
  const mayEnrol = useMay('card:enrol') && mayAdd;
  const [naming, setNaming] = useState(false);
  const [made, setMade] = useState<NewCard>();
  const panel = useRef<HTMLDivElement>(null);
  const learnField = useRef<HTMLInputElement>(null);
  const merchantField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const form = useForm<Choice>({
    initialValues: { merchantId: undefined, cardId: undefined, reason: '', alsoSame: false, learn: 'none' },
    validate: {
      merchantId: (value) => (value === undefined ? t.needMerchant : null),
      reason: (value) => (AssignInput.shape.reason.safeParse(value).success ? null : t.reasonHint),
    },
  });
  const { merchantId, cardId, alsoSame, learn } = form.values;
  const merchant = useChosenMerchant(merchantId);
  const inactive = merchant !== undefined && merchant.status !== 'ACTIVE' ? t.inactive[merchant.status] : undefined;
  const assign = useAssign();
  const preview = useLearnPreview(alert.id, merchantId, learn);
  const known = learn === 'none' ? undefined : preview.data?.known;
  const taken = known !== undefined && known !== null && known.merchantId !== merchantId;
  const others = learn === 'none' ? (alsoSame ? same : []) : (preview.data?.waiting ?? []);
  const alerts = [alert, ...others.filter(({ id }) => id !== alert.id)];
  // Where cards fit, what was learnt decides nothing; RDR cards are enrolled by an acquirer BIN that no alert carries.
  const learnable = alert.matchStatus === 'UNMATCHED' && (alert.descriptorRegister ?? alert.descriptor ?? '') !== '';
  const enrolable = mayEnrol && merchantId !== undefined && inactive === undefined && alert.program !== 'RDR';

  const choose = (index: number) => {
    const candidate = alert.candidates[index];
    if (candidate) form.setValues({ merchantId: candidate.merchantId, cardId: candidate.cardId });
  };
  const submit = form.onSubmit(
    async ({ reason }) => {
      if (merchantId === undefined || inactive !== undefined) return;
      if (taken || (learn !== 'none' && !preview.data)) return;
      const { assigned, failed } = await assign.mutateAsync({ alerts, merchantId, cardId, reason, learn });
      if (failed.length > 0) return;
      const left = waiting === undefined ? '' : ` · ${words.left(Math.max(0, waiting - assigned.size))}`;
      notifications.show({ message: `${t.done(assigned.size, merchant?.companyName ?? '')}${left}` });
      onSettled(assigned);
    },
    (errors) => (errors.merchantId ? merchantField : reasonField).current?.focus(),
  );
  // Back to where single keys work, so that nobody has to reach for the mouse between two steps.
  const chooseMerchant = (next: number | undefined) => {
    form.setValues({ merchantId: next, cardId: undefined });
    if (next !== undefined) panel.current?.focus({ preventScroll: true });
  };
  const leaveField = ({ key, target }: KeyboardEvent) => {
    const open = target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
    if (key === 'Escape' && target !== panel.current && !open) panel.current?.focus({ preventScroll: true });
  };
  const focus = (field: { current: HTMLElement | null }) => () => field.current?.focus();
  useHotkeys([
    ...alert.candidates.slice(0, 9).map((_, index) => [String(index + 1), () => choose(index)] as [string, () => void]),
    ['M', focus(merchantField)],
    ['R', focus(reasonField)],
    [
      'L',
      () => {
        learnField.current?.click();
        const [field, around] = [learnField.current, panel.current].map((one) => one?.getBoundingClientRect().top ?? 0);
        panel.current?.scrollBy({ top: (field ?? 0) - (around ?? 0) - 16 });
      },
    ],
    ['N', () => enrolable && setNaming(true)],
  ]);
  useHotkeys([['mod+Enter', () => submit()]], []);

  return (
    <>
      <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only takes the focus back from fields inside it */}
        <div ref={panel} tabIndex={-1} className={classes.scroll} onKeyDown={leaveField}>
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
              made={made?.merchantId === merchantId ? made : undefined}
              onNewCard={enrolable ? () => setNaming(true) : undefined}
              onMerchant={chooseMerchant}
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
            {learnable && merchantId !== undefined && inactive === undefined && (
              <LearnChoice
                alert={alert}
                merchantId={merchantId}
                merchantName={merchant?.companyName ?? ''}
                learn={learn}
                onLearn={(next) => form.setFieldValue('learn', next)}
                preview={preview}
                inputRef={learnField}
              />
            )}
            {same.length > 0 && learn === 'none' && (
              <Checkbox label={t.alsoSame(same.length)} {...form.getInputProps('alsoSame', { type: 'checkbox' })} />
            )}
            {assign.error && <ErrorNote problem={toProblem(assign.error)} />}
            {assign.data?.failed.map(({ alertId, message }) => (
              <ErrorNote
                key={alertId}
                problem={{ code: 'INTERNAL', title: alertId, text: message, canRetry: false, fields: {} }}
              />
            ))}
          </Stack>
        </div>
        <div className={classes.foot}>
          <Group justify="space-between" wrap="nowrap" gap="lg">
            <Stack gap={2}>
              <Text size="sm">
                {merchant === undefined ? t.needMerchant : t.consequence(merchant.companyName, alerts.length)}
                {merchant !== undefined && ` ${after(alert, t)}`}
              </Text>
              <AssignKeys
                candidates={alert.candidates.length}
                learnable={learnable && merchantId !== undefined}
                enrolable={enrolable}
              />
            </Stack>
            <Button
              type="submit"
              disabled={inactive !== undefined || taken}
              loading={assign.isPending}
              style={{ flex: 'none' }}
            >
              {assign.isPending && alerts.length > 1
                ? t.assigning(assign.done, alerts.length)
                : alerts.length > 1
                  ? t.assignMany(alerts.length)
                  : t.assign}
            </Button>
          </Group>
        </div>
      </form>
      {naming && merchantId !== undefined && (
        <NewCardDialog
          alert={alert}
          merchantId={merchantId}
          merchantName={merchant?.companyName ?? ''}
          onMade={(card) => {
            setMade(card);
            form.setFieldValue('cardId', card.id);
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

/** What is particular about answering this one. */
function after(alert: AlertDetail, t: ReturnType<typeof useAlertsText>['queue']): string {
  if (alert.program === 'RDR') return t.consequenceRdr;
  return new Date(alert.deadline).getTime() <= Date.now() ? t.consequencePassed : '';
}
