import { ActionIcon } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAppText } from './i18n/index.ts';
import { useSessionUser } from './session/session.ts';
import classes from './shell.module.css';
import { usePulse } from './use-pulse.ts';

/** The way to the inbox, with what isn't read yet: it rides on the pulse and costs no call of its own. */
export function InboxLink() {
  const text = useAppText();
  const unread = usePulse().data?.unread ?? 0;
  const user = useSessionUser();
  if (!user?.permissions.includes('inbox:view')) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="xl"
      className={classes.inbox ?? ''}
      aria-label={text.inbox(unread)}
      renderRoot={(props) => <Link to="/inbox" {...props} />}
    >
      <IconInbox size={24} stroke={1.75} />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </ActionIcon>
  );
}
