import type { Channel } from '@forewarn/core/channels/model';
import { Pager, ToneBadge } from '@forewarn/ui/data';
import { ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Group, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { TextLink } from '../../app/text-link.tsx';
import classes from './channels.module.css';
import { useChannelText } from './channels-text.ts';

const TONES = { QUEUED: 'accent', SENT: 'positive', FAILED: 'danger' } as const;

/** What the robot was given to say and what its service answered, newest first. */
export function ChannelMessagesDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const text = useChannelText();
  const t = useT();
  const format = useFormat();
  const problemOf = useProblemOf();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [{ page, size }, setPage] = useState({ page: 1, size: 10 });
  const list = useQuery(
    trpc.channels.messages.queryOptions({ id: channel.id, page, size }, { placeholderData: keepPreviousData }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.sentTitle(channel.name)}
      size="lg"
      fullScreen={phone ?? false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Stack gap="md">
        {list.isPending && <ListSkeleton rows={3} />}
        {list.isError && <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} />}
        {list.data?.total === 0 && (
          <Text size="sm" c="dimmed">
            {text.sentEmpty}
          </Text>
        )}
        <ul className={classes.list}>
          {list.data?.records.map((message) => (
            <li key={message.id} className={classes.row}>
              <div className={classes.what}>
                <Text size="sm">{message.title}</Text>
                <Text size="xs" c="dimmed">
                  {[
                    format.time(message.createdTime),
                    ...(message.attempts > 1 ? [text.attempts(message.attempts)] : []),
                    ...(message.status === 'SENT' || message.reply === '' ? [] : [text.reply(message.reply)]),
                  ].join(' · ')}
                </Text>
              </div>
              <Group gap="sm" align="flex-start">
                {message.alertRef !== null && (
                  <TextLink to="/alerts/$id" params={{ id: String(message.alertRef) }}>
                    {text.openAlert}
                  </TextLink>
                )}
                <ToneBadge tone={TONES[message.status]}>{text.sentStates[message.status]}</ToneBadge>
              </Group>
            </li>
          ))}
        </ul>
        {list.data && list.data.total > 10 && (
          <Pager
            page={list.data.current}
            pages={list.data.pages}
            total={list.data.total}
            size={size}
            onPage={(next) => setPage({ page: next, size })}
            onSize={(next) => setPage({ page: 1, size: next })}
          />
        )}
      </Stack>
    </Modal>
  );
}
