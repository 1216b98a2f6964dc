import type { Channel } from '@forewarn/core/channels/model';
import { EmptyState, ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconMessageChatbot, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { ChannelDialog } from './channel-dialog.tsx';
import { ChannelMessagesDialog } from './channel-messages.tsx';
import { type ChannelHandlers, ChannelRow } from './channel-row.tsx';
import classes from './channels.module.css';
import { useChannelText } from './channels-text.ts';
import { RemoveChannelDialog } from './remove-channel-dialog.tsx';
import { useChannels, useTestChannel, useUpdateChannel } from './use-channels.ts';

type Open = { kind: 'edit'; channel: Channel | undefined } | { kind: 'remove' | 'messages'; channel: Channel };

/** where notifications go besides mail. Nothing for who may not see it. */
export function ChannelsSection() {
  const text = useChannelText();
  const user = useSessionUser();
  if (!user?.permissions.includes('channel:view')) return null;
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }} aria-labelledby="channels-title">
      <Channels mayManage={user.permissions.includes('channel:manage') && !user.suspended} title={text.title} />
    </Paper>
  );
}

function Channels({ mayManage, title }: { mayManage: boolean; title: string }) {
  const text = useChannelText();
  const problemOf = useProblemOf();
  const list = useChannels();
  const [test, update] = [useTestChannel(), useUpdateChannel()];
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const add = () => setOpen({ kind: 'edit', channel: undefined });
  const records = list.data?.records ?? [];
  const handlers: ChannelHandlers = {
    mayManage,
    testing: test.isPending ? Number(test.variables.id) : undefined,
    tested: test.data && { id: Number(test.variables?.id), ...test.data },
    onTest: ({ id }) => test.mutate({ id }),
    onEnable: ({ id, enabled }) => update.mutate({ id, enabled: !enabled }),
    onEdit: (channel) => setOpen({ kind: 'edit', channel }),
    onRemove: (channel) => setOpen({ kind: 'remove', channel }),
    onMessages: (channel) => setOpen({ kind: 'messages', channel }),
  };
  const failed = test.error ?? update.error;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2} size="h5" id="channels-title">
            {title}
          </Title>
          <Text c="dimmed" size="sm" maw={420}>
            {text.intro}
          </Text>
        </div>
        {mayManage && records.length > 0 && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {text.add}
          </Button>
        )}
      </Group>
      {failed && <ErrorNote problem={problemOf(failed)} />}
      {list.isPending && <ListSkeleton rows={2} />}
      {list.isError && (
        <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
      )}
      {records.length > 0 && (
        <ul className={classes.list} aria-label={text.list}>
          {records.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} handlers={handlers} />
          ))}
        </ul>
      )}
      {list.data && records.length === 0 && (
        <EmptyState
          icon={<IconMessageChatbot size={24} />}
          title={text.empty.title}
          text={text.empty.text}
          action={mayManage && <Button onClick={add}>{text.add}</Button>}
        />
      )}
      {open?.kind === 'edit' && <ChannelDialog channel={open.channel} onClose={close} />}
      {open?.kind === 'remove' && <RemoveChannelDialog channel={open.channel} onClose={close} />}
      {open?.kind === 'messages' && <ChannelMessagesDialog channel={open.channel} onClose={close} />}
    </Stack>
  );
}
