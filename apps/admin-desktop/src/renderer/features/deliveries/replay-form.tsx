import { ReplayInput } from '@forewarn/core/deliveries/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Checkbox, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { usePreviewText } from './preview-text.ts';
import { useDeliveriesText } from './text.ts';
import { useReplay } from './use-replay.ts';

/** Has a delivery processed again, with a reason for the audit log. Safe to repeat: the alert is known by its id. */
export function ReplayForm({ id, unsaved }: { id: number; unsaved: boolean }) {
  const t = useDeliveriesText();
  const words = usePreviewText();
  const trpc = useTRPC();
  const toProblem = useProblem();
  const form = useForm({
    initialValues: { reason: '', alike: false },
    validate: { reason: (value) => (ReplayInput.shape.reason.safeParse(value).success ? null : t.reasonHint) },
  });
  const alike = useQuery(trpc.admin.deliveries.alike.queryOptions({ id }));
  const replay = useReplay();
  const others = form.values.alike ? (alike.data?.ids ?? []) : [];
  const count = alike.data?.ids.length ?? 0;
  return (
    <Paper p="md">
      <form onSubmit={form.onSubmit(({ reason }) => replay.mutate({ id, others, reason }))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t.replayHint}</Text>
          {unsaved && <ToneNote tone="warning">{words.mapping.unsaved}</ToneNote>}
          {count > 0 && (
            <Checkbox label={words.alike.label(count)} {...form.getInputProps('alike', { type: 'checkbox' })} />
          )}
          <Textarea
            label={t.reason}
            description={t.reasonHint}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
          {replay.error && <ErrorNote problem={toProblem(replay.error)} />}
          {replay.data?.failed.map((one) => (
            <ErrorNote
              key={one.id}
              problem={{
                code: 'INTERNAL',
                title: words.alike.failed(one.id),
                text: one.message,
                canRetry: false,
                fields: {},
              }}
            />
          ))}
          <Group justify="flex-end">
            <Button type="submit" leftSection={<IconRefresh size={16} aria-hidden />} loading={replay.isPending}>
              {replay.isPending && others.length > 0 ? words.alike.progress(replay.done, others.length + 1) : t.replay}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
