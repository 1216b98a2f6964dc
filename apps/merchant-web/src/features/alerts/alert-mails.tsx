import type { MailState } from '@forewarn/core/notifications/model';
import { MailStatusBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useQuickText } from './text/index.ts';

/** Which mails about the alert went where, and how far each got. Without an answer of the server it isn't shown: the alert is what counts. */
export function AlertMails({ id }: { id: number }) {
  const { mails: text } = useQuickText();
  const query = useQuery(trpc.alerts.mails.queryOptions({ id }));
  if (!query.data) return null;
  const { mails } = query.data;
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" data-screen-only="">
      <Title order={2} size="h5" mb="md">
        {text.title}
      </Title>
      {mails.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      <Stack gap="md">
        {mails.map((mail) => (
          <AlertMail key={mail.id} mail={mail} />
        ))}
      </Stack>
    </Paper>
  );
}

function AlertMail({ mail }: { mail: MailState }) {
  const { mails: text } = useQuickText();
  const format = useFormat();
  const waits = mail.status === 'QUEUED' && mail.sendAfter !== null;
  const time = mail.bouncedTime ?? mail.sentTime ?? mail.createdTime;
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={550}>
          {text.kind[mail.kind] ?? text.other}
        </Text>
        <MailStatusBadge value={mail.status} />
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {mail.recipient} · {waits && mail.sendAfter ? text.waits(format.time(mail.sendAfter)) : format.time(time)}
      </Text>
      {(mail.status === 'FAILED' || mail.status === 'BOUNCED') && mail.reply && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {mail.reply}
        </Text>
      )}
    </div>
  );
}
