import type { MailState, NotificationSettings } from '@forewarn/core/notifications/model';
import { MailStatusBadge } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Stack, Text } from '@mantine/core';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { Section } from './section.tsx';
import { useNotificationText } from './text.ts';

/** Until it is handed over or refused, the mail's state is asked for this often. */
const WATCH_EVERY = 1000;

/** a test mail to each saved address, with what becomes of it. */
export function TestMails({ settings, mayChange }: { settings: NotificationSettings; mayChange: boolean }) {
  const { test: text } = useNotificationText();
  if (!mayChange) return null;
  const addresses = [...new Set([settings.mainEmail, ...settings.backupEmails, ...settings.cardEmails])];
  return (
    <Section title={text.title} intro={text.intro}>
      <Stack gap="sm">
        {addresses.map((email) => (
          <TestMail key={email} email={email} />
        ))}
      </Stack>
    </Section>
  );
}

function TestMail({ email }: { email: string }) {
  const { test: text } = useNotificationText();
  const problemOf = useProblemOf();
  const send = useMutation(trpc.notifications.sendTest.mutationOptions());
  const sent = useQuery(
    trpc.notifications.testMail.queryOptions(send.data ? { id: send.data.id } : skipToken, {
      refetchInterval: ({ state }) => (state.data && state.data.status !== 'QUEUED' ? false : WATCH_EVERY),
    }),
  );
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Text>
        <Button
          variant="default"
          size="xs"
          aria-label={text.sendTo(email)}
          loading={send.isPending}
          onClick={() => send.mutate({ email })}
        >
          {text.send}
        </Button>
      </Group>
      <div role="status">{send.data && sent.data && <Outcome mail={sent.data} />}</div>
      {send.isError && <ErrorNote problem={problemOf(send.error)} />}
    </Stack>
  );
}

function Outcome({ mail }: { mail: MailState }) {
  const { test: text } = useNotificationText();
  const says = mail.status === 'QUEUED' ? text.waiting : mail.status === 'SENT' ? text.sent : text.failed;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <MailStatusBadge value={mail.status} />
        <Text size="sm" c="dimmed">
          {says}
        </Text>
      </Group>
      {mail.reply && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {text.server(mail.reply)}
        </Text>
      )}
    </Stack>
  );
}
