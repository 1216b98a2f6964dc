import type { Sender } from '@forewarn/core/mail-senders/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { SenderFields } from './sender-fields.tsx';
import { SenderTest } from './sender-test.tsx';
import { inputOf, valuesOf } from './sender-values.ts';
import { useSendersText } from './text.ts';

/** One sender: how it is reached, what it sends as; tried before it is saved (A-240…A-243). */
export function SenderDrawer({ sender, onClose }: { sender: Sender | undefined; onClose: () => void }) {
  const t = useSendersText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const form = useForm({ initialValues: valuesOf(sender) });
  const onError = (error: unknown) => form.setErrors(toProblem(error).fields);
  const onSuccess = async ({ name }: Sender) => {
    notifications.show({ message: t.form.saved(name), closeButtonProps: { 'aria-label': words.close } });
    await cache.invalidateQueries(trpc.admin.mailSenders.list.queryFilter());
    onClose();
  };
  const create = useMutation(trpc.admin.mailSenders.create.mutationOptions({ onSuccess, onError }));
  const update = useMutation(trpc.admin.mailSenders.update.mutationOptions({ onSuccess, onError }));
  const error = create.error ?? update.error;
  const save = () => {
    const input = inputOf(form.getValues());
    if (sender) update.mutate({ ...input, id: sender.id, version: sender.version });
    else create.mutate(input);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={sender ? t.form.update(sender.name) : t.form.create}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack gap="md">
          <SenderFields form={form} hasSecret={sender?.hasSecret ?? false} />
          <SenderTest id={sender?.id ?? null} values={form.values} onFields={(fields) => form.setErrors(fields)} />
          {error && <ErrorNote problem={toProblem(error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
