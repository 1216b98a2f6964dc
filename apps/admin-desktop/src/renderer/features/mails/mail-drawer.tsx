import { MailStatusBadge } from '@forewarn/ui/data';
import { DetailSkeleton, ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Anchor, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { kindName, useMailsText } from './text.ts';
import { useResend } from './use-resend.ts';

/** One mail beside its list: how far it got, the mail server's words at every try, and sending it again. */
export function MailDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const t = useMailsText();
  const words = useT();
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size={600}
      title={id !== undefined && t.detail(id)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {id !== undefined && <MailFacts key={id} id={id} />}
    </Drawer>
  );
}

const WATCH_EVERY = 2000;

function MailFacts({ id }: { id: number }) {
  const t = useMailsText();
  const format = useFormat();
  const trpc = useTRPC();
  const problemOf = useProblem();
  const mayResend = useMay('mail:resend');
  const resend = useResend();
  const mail = useQuery(
    trpc.admin.mails.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === 'QUEUED' ? WATCH_EVERY : false) },
    ),
  );
  const time = (instant: string | null) => instant && format.time(instant, 'exact');
  return (
    <QueryView query={mail} loading={<DetailSkeleton />}>
      {(data) => {
        const bad = data.status === 'FAILED' || data.status === 'BOUNCED';
        return (
          <Stack gap="lg">
            <Group gap="xs">
              <MailStatusBadge value={data.status} />
              <Text size="sm">{kindName(t.kinds, data.kind)}</Text>
            </Group>
            {data.reply && (
              <ToneNote tone={bad ? 'danger' : 'neutral'} title={t.said}>
                <span style={{ overflowWrap: 'anywhere' }}>{data.reply}</span>
              </ToneNote>
            )}
            {mayResend && data.canResend && (
              <Group>
                <Button
                  leftSection={<IconSend size={16} aria-hidden />}
                  loading={resend.isPending}
                  onClick={() => resend.mutate({ ids: [id] })}
                >
                  {t.resend}
                </Button>
              </Group>
            )}
            {bad && !data.canResend && (
              <Text size="sm" c="dimmed">
                {t.oneTime}
              </Text>
            )}
            {resend.isError && <ErrorNote problem={problemOf(resend.error)} />}
            <Facts
              items={[
                { label: t.column.recipient, value: data.recipient },
                { label: t.column.merchant, value: data.merchantName },
                { label: t.field.subject, value: data.subject, wide: true },
                { label: t.field.created, value: time(data.createdTime) },
                { label: t.field.sendAfter, value: time(data.sendAfter) },
                { label: t.field.sent, value: time(data.sentTime) },
                { label: t.field.bounced, value: time(data.bouncedTime) },
                { label: t.field.attempts, value: String(data.attempts) },
                { label: t.field.resends, value: String(data.resends) },
                { label: t.field.messageId, value: data.messageId, wide: true },
              ]}
            />
            {data.alertRef !== null && (
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(data.alertRef) }} {...props} />}
              >
                {t.alert}
              </Anchor>
            )}
            <Tries tries={data.tries} />
          </Stack>
        );
      }}
    </QueryView>
  );
}

interface Try {
  startedTime: string;
  outcome: string;
  reply: string | null;
}

function Tries({ tries }: { tries: readonly Try[] }) {
  const t = useMailsText();
  const format = useFormat();
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h5">
        {t.tries}
      </Title>
      {tries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.noTries}
        </Text>
      )}
      {tries.map(({ startedTime, outcome, reply }) => (
        <div key={startedTime}>
          <Text size="sm">
            <span className="fw-tabular">{format.time(startedTime, 'exact')}</span> · {t.outcome[outcome] ?? outcome}
          </Text>
          {reply && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {reply}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}
