import type { AlertDetail } from '@forewarn/core/alerts/model';
import type { AliasPreview } from '@forewarn/core/aliases/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Checkbox, Loader, Radio, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import classes from './queue.module.css';
import { useQueueText } from './text/queue.ts';

/** `none`: this alert alone; `any`: whatever the BIN; `bin`: with this alert's BIN alone. */
export type Learn = 'none' | 'any' | 'bin';

/** The dry run of what is to be learnt; nothing is asked before a merchant is chosen. */
export function useLearnPreview(alertId: number, merchantId: number | undefined, learn: Learn) {
  const trpc = useTRPC();
  return useQuery(
    trpc.admin.aliases.preview.queryOptions(
      { alertId, merchantId: merchantId ?? 0, withBin: learn === 'bin' },
      { enabled: merchantId !== undefined && learn !== 'none', placeholderData: keepPreviousData, retry: false },
    ),
  );
}

interface LearnChoiceProps {
  alert: AlertDetail;
  merchantId: number | undefined;
  merchantName: string;
  learn: Learn;
  onLearn: (learn: Learn) => void;
  preview: ReturnType<typeof useLearnPreview>;
  inputRef: Ref<HTMLInputElement>;
}

/** "Alerts with this descriptor belong to this merchant": asked for here, tried before it is said. */
export function LearnChoice(props: LearnChoiceProps) {
  const { alert, merchantId, merchantName, learn, onLearn, preview, inputRef } = props;
  const t = useQueueText().learn;
  const words = useT();
  const toProblem = useProblem();
  const descriptor = alert.descriptorRegister ?? alert.descriptor ?? '';
  return (
    <Stack gap="xs">
      <Checkbox
        ref={inputRef}
        label={t.label(descriptor, merchantName)}
        description={t.hint}
        checked={learn !== 'none'}
        onChange={(event) => onLearn(event.currentTarget.checked ? 'any' : 'none')}
      />
      {learn !== 'none' && (
        <Stack gap="xs" pl={30}>
          {alert.cardBinMasked !== null && (
            <Radio.Group
              aria-label={t.scope}
              value={learn}
              onChange={(value) => onLearn(value === 'bin' ? 'bin' : 'any')}
            >
              <Stack gap={6}>
                <Radio value="any" label={t.anyBin} />
                <Radio value="bin" label={t.thisBin(alert.cardBinMasked)} />
              </Stack>
            </Radio.Group>
          )}
          {preview.isError && <ErrorNote problem={toProblem(preview.error)} />}
          {preview.isLoading && <Loader size="xs" aria-label={words.loading} />}
          {preview.data && <Preview alertId={alert.id} preview={preview.data} merchantId={merchantId} />}
        </Stack>
      )}
    </Stack>
  );
}

interface PreviewProps {
  alertId: number;
  preview: AliasPreview;
  merchantId: number | undefined;
}

function Preview({ alertId, preview, merchantId }: PreviewProps) {
  const t = useQueueText().learn;
  const format = useFormat();
  const { known, waiting, total } = preview;
  if (known && known.merchantId !== merchantId) return <ToneNote tone="danger">{t.taken(known.merchantName)}</ToneNote>;
  const others = waiting.filter(({ id }) => id !== alertId);
  if (others.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t.noneWaiting}
      </Text>
    );
  return (
    <details className={classes.more}>
      <summary>{t.waiting(total - 1)}</summary>
      <Stack gap={2} mt={6} component="ul" className={classes.preview}>
        {others.map((one) => (
          <Text key={one.id} size="xs" component="li" className="fw-tabular">
            {one.alertId} · {one.descriptor} · {one.cardBinMasked ?? '–'} · {format.money(one.amount, one.currency)}
          </Text>
        ))}
        {total > waiting.length && (
          <Text size="xs" component="li">
            {t.more(total - waiting.length)}
          </Text>
        )}
      </Stack>
    </details>
  );
}
