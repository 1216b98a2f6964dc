import { CHANNEL_TOPICS, type Channel, type ChannelOutcome, type ChannelTest } from '@forewarn/core/channels/model';
import { ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import type { Tone } from '@forewarn/ui/theme';
import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import classes from './channels.module.css';
import { useChannelText } from './channels-text.ts';

export interface ChannelHandlers {
  mayManage: boolean;
  /** The channel that is being tested. */
  testing: number | undefined;
  tested: (ChannelTest & { id: number }) | undefined;
  onTest: (channel: Channel) => void;
  onEnable: (channel: Channel) => void;
  onEdit: (channel: Channel) => void;
  onRemove: (channel: Channel) => void;
  onMessages: (channel: Channel) => void;
}

const TONES: Record<ChannelOutcome, string> = {
  SENT: 'var(--fw-positive-text)',
  REFUSED: 'var(--fw-danger-text)',
  LIMITED: 'var(--fw-warning-text)',
  FAILED: 'var(--fw-warning-text)',
};

export function ChannelRow({ channel, handlers }: { channel: Channel; handlers: ChannelHandlers }) {
  const text = useChannelText();
  const { id, name, vendor, webhookMasked, topics, enabled, switchedOff } = channel;
  const [tone, state]: [Tone, string] = enabled
    ? ['positive', text.state.on]
    : switchedOff
      ? ['danger', text.state.switchedOff]
      : ['muted', text.state.off];
  const told =
    topics.length === CHANNEL_TOPICS.length
      ? text.allTopics
      : topics.map((topic) => text.topics[topic].name).join(' · ');
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Group gap="xs">
          <Text fw={600} size="sm">
            {name}
          </Text>
          <ToneBadge tone={tone}>{state}</ToneBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {`${text.vendors[vendor]} · ${webhookMasked}`}
        </Text>
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      </div>
      {handlers.mayManage && (
        <div className={classes.acts}>
          <Button
            variant="default"
            size="xs"
            loading={handlers.testing === id}
            onClick={() => handlers.onTest(channel)}
          >
            {text.test}
          </Button>
          <RowMenu channel={channel} handlers={handlers} />
        </div>
      )}
      <div className={classes.wide} role="status">
        <LastWord channel={channel} tested={handlers.tested?.id === id ? handlers.tested : undefined} />
      </div>
    </li>
  );
}

/** The test that was just made, else what came of the last message. */
function LastWord({ channel, tested }: { channel: Channel; tested: ChannelTest | undefined }) {
  const text = useChannelText();
  const format = useFormat();
  const { lastOutcome, lastTime, lastReply, switchedOff } = channel;
  const outcome = tested?.outcome ?? lastOutcome;
  const reply = tested?.reply ?? lastReply;
  if (outcome === null || lastTime === null) {
    return (
      <Text size="xs" c="dimmed">
        {tested ? text.tested[tested.outcome] : text.never}
      </Text>
    );
  }
  return (
    <Stack gap={2}>
      <Text size="xs" c={TONES[outcome]}>
        {tested ? text.tested[outcome] : text.last[outcome](format.time(lastTime))}
      </Text>
      {outcome !== 'SENT' && reply !== '' && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {text.reply(reply)}
        </Text>
      )}
      {switchedOff && (
        <Text size="xs" c="var(--fw-danger-text)">
          {text.switchedOffText}
        </Text>
      )}
    </Stack>
  );
}

function RowMenu({ channel, handlers }: { channel: Channel; handlers: ChannelHandlers }) {
  const text = useChannelText();
  const item = (label: string, Icon: typeof IconDots, act: (channel: Channel) => void) => (
    <Menu.Item leftSection={<Icon size={16} aria-hidden />} onClick={() => act(channel)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.more(channel.name)}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item(text.edit, IconPencil, handlers.onEdit)}
        {item(text.messages, IconHistory, handlers.onMessages)}
        {channel.enabled
          ? item(text.disable, IconPlayerPause, handlers.onEnable)
          : item(text.enable, IconPlayerPlay, handlers.onEnable)}
        {item(text.remove, IconTrash, handlers.onRemove)}
      </Menu.Dropdown>
    </Menu>
  );
}
