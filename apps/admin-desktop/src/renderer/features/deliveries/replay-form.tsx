import { ReplayInput } from '@forewarn/core/deliveries/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useDeliveriesText } from './text.ts';

/** Has a delivery processed again, with a reason for the audit log. Safe to repeat: the alert is known by its id. */
export function ReplayForm({ id }: { id: number }) {
  const t = useDeliveriesText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (ReplayInput.shape.reason.safeParse(value).success ? null : t.reasonHint) },
  });
  const replay = useMutation(
    trpc.admin.deliveries.replay.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.replayed });
        await cache.invalidateQueries(trpc.admin.deliveries.pathFilter());
      },
    }),
  );
  return (
    <Paper p="md">
      <form onSubmit={form.onSubmit(({ reason }) => replay.mutate({ id, reason }))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t.replayHint}</Text>
          <Textarea
            label={t.reason}
            description={t.reasonHint}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
          {replay.error && <ErrorNote problem={toProblem(replay.error)} />}
          <Group justify="flex-end">
            <Button type="submit" leftSection={<IconRefresh size={16} aria-hidden />} loading={replay.isPending}>
              {t.replay}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
