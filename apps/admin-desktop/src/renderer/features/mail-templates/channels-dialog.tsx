import type { Channel, TemplateRow } from '@forewarn/core/mail-templates/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useTemplatesText } from './text.ts';

/** Where one kind of notification goes. */
export function ChannelsDialog({ template, onClose }: { template: TemplateRow; onClose: () => void }) {
  const t = useTemplatesText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [chosen, setChosen] = useState<Channel[]>(template.channels);
  const save = useMutation(
    trpc.admin.templates.setChannels.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.channels.saved, closeButtonProps: { 'aria-label': words.close } });
        await cache.invalidateQueries(trpc.admin.templates.list.queryFilter());
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.channels.title(template.name)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t.channels.hint}
        </Text>
        {template.channelChoice.map((channel) => {
          const always = template.channelsAlways.includes(channel);
          return (
            <Checkbox
              key={channel}
              label={t.channel[channel]}
              description={always ? t.channels.always : undefined}
              disabled={always}
              checked={chosen.includes(channel)}
              onChange={({ currentTarget }) =>
                setChosen(currentTarget.checked ? [...chosen, channel] : chosen.filter((one) => one !== channel))
              }
            />
          );
        })}
        {chosen.length === 0 && (
          <Text size="sm" c="red.8" role="alert">
            {t.channels.none}
          </Text>
        )}
        {save.error && <ErrorNote problem={toProblem(save.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={save.isPending}>
            {words.cancel}
          </Button>
          <Button
            loading={save.isPending}
            disabled={chosen.length === 0}
            onClick={() => save.mutate({ kind: template.kind, channels: chosen })}
          >
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
