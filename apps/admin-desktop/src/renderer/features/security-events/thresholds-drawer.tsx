import type { SecurityThresholds } from '@forewarn/core/security-events/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Drawer, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useSecurityEventText } from './text.ts';

export function ThresholdsDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useSecurityEventText().thresholds;
  const words = useT();
  const trpc = useTRPC();
  const thresholds = useQuery(trpc.admin.security.thresholds.get.queryOptions({}, { enabled: opened }));
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={460}
      title={t.title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {opened && (
        <QueryView query={thresholds}>{(data) => <ThresholdsForm initial={data} onSaved={onClose} />}</QueryView>
      )}
    </Drawer>
  );
}

const COUNTS = ['accountFailures', 'addressFailures', 'refusals', 'exports', 'exportRows'] as const;

function ThresholdsForm({ initial, onSaved }: { initial: SecurityThresholds; onSaved: () => void }) {
  const t = useSecurityEventText().thresholds;
  const words = useT();
  const trpc = useTRPC();
  const client = useQueryClient();
  const toProblem = useProblem();
  const form = useForm({ initialValues: initial });
  const save = useMutation(
    trpc.admin.security.thresholds.update.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.admin.security.thresholds.get.queryFilter());
        notifications.show({ message: t.saved, closeButtonProps: { 'aria-label': words.close } });
        onSaved();
      },
      onError: (error) => form.setErrors(toProblem(error).fields),
    }),
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t.hint}
        </Text>
        {COUNTS.map((name) => (
          <NumberInput
            key={name}
            label={t[name]}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            thousandSeparator=","
            {...form.getInputProps(name)}
          />
        ))}
        <Group grow align="flex-end">
          <NumberInput
            label={t.businessFrom}
            min={0}
            max={24}
            allowDecimal={false}
            {...form.getInputProps('businessFrom')}
          />
          <NumberInput
            label={t.businessTo}
            min={0}
            max={24}
            allowDecimal={false}
            {...form.getInputProps('businessTo')}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {t.business}
        </Text>
        <Switch label={t.mailInfo} {...form.getInputProps('mailInfo', { type: 'checkbox' })} />
        <NumberInput
          label={t.retentionDays}
          description={t.retention}
          min={30}
          max={3650}
          allowDecimal={false}
          {...form.getInputProps('retentionDays')}
        />
        {save.error && <ErrorNote problem={toProblem(save.error)} />}
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
