import type { InboxMessage } from '@forewarn/core/inbox/model';
import { ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Text } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './inbox.module.css';
import { useInboxText } from './text.ts';

type Target = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where a message leads: the alert, the cards, the export, or the page its matter is settled on. */
function targetOf({ alertRef, cardId, exportId, kind }: InboxMessage): Target | undefined {
  if (alertRef !== null) return { to: '/alerts/$id', params: { id: String(alertRef) } };
  if (exportId !== null) return { to: '/alerts', search: { export: exportId } };
  if (cardId !== null || kind.startsWith('card.')) return { to: '/cards' };
  if (kind.startsWith('channel.')) return { to: '/notifications' };
  return kind.startsWith('digest.') ? { to: '/alerts' } : undefined;
}

export function InboxRow({ message, onRead }: { message: InboxMessage; onRead: (id: number) => void }) {
  const text = useInboxText();
  const target = targetOf(message);
  const read = () => {
    if (message.unread) onRead(message.id);
  };
  return (
    <li className={classes.row} data-unread={message.unread || undefined}>
      {target ? (
        <Link {...target} className={classes.link} onClick={read}>
          <Words message={message} />
        </Link>
      ) : (
        <div className={classes.link}>
          <Words message={message} />
        </div>
      )}
      {message.unread && (
        <Button variant="subtle" size="xs" className={classes.act ?? ''} onClick={read}>
          {text.read}
        </Button>
      )}
    </li>
  );
}

function Words({ message }: { message: InboxMessage }) {
  const text = useInboxText();
  const format = useFormat();
  return (
    <>
      <Group gap="xs" align="center">
        {message.unread && <ToneBadge tone="accent">{text.unread}</ToneBadge>}
        {message.urgent && message.unread && <ToneBadge tone="warning">{text.urgent}</ToneBadge>}
        <Text size="xs" c="dimmed">
          {format.time(message.createdTime)}
        </Text>
      </Group>
      <Text size="sm" fw={message.unread ? 600 : 400} mt={4}>
        {message.title}
      </Text>
      {message.lines.length > 0 && (
        <Text size="sm" c="dimmed">
          {message.lines.join(' · ')}
        </Text>
      )}
    </>
  );
}
