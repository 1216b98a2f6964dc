import type { Channel } from '@forewarn/core/channels/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useChannelText } from './channels-text.ts';
import { useRemoveChannel } from './use-channels.ts';

export function RemoveChannelDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const text = useChannelText();
  const problemOf = useProblemOf();
  const remove = useRemoveChannel();
  return (
    <ConfirmDialog
      opened
      dangerous
      title={text.removeTitle}
      confirmLabel={text.remove}
      busy={remove.isPending}
      problem={remove.isError ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: channel.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{text.removeText(channel.name)}</Text>
    </ConfirmDialog>
  );
}
