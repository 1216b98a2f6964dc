import type { AlertDetail } from '@forewarn/core/alerts/model';
import { MailStatusBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { useMay } from '../../app/use-session.ts';
import { useEvidenceText } from './text/evidence.ts';

/** What went out because of this alert: the merchant's mails, and the calls to the provider. */
export function SentCard({ alert }: { alert: AlertDetail }) {
  const t = useEvidenceText();
  const format = useFormat();
  const trpc = useTRPC();
  const mayMails = useMay('mail:view');
  const mayCalls = useMay('apilog:view');
  const mails = useQuery(trpc.alerts.mails.queryOptions({ id: alert.id }));
  return (
    <Paper p="lg" component="section">
      <Title order={2} size="h5" mb="md">
        {t.mails}
      </Title>
      <Stack gap="sm">
        <QueryView query={mails}>
          {({ mails: all }) =>
            all.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t.noMails}
              </Text>
            ) : (
              <Stack gap="sm">
                {all.map((mail) => (
                  <Group key={mail.id} justify="space-between" gap={2}>
                    {mayMails ? (
                      <Anchor
                        size="sm"
                        aria-label={t.openMail(mail.recipient)}
                        renderRoot={(props) => <Link to="/mails" search={{ open: mail.id }} {...props} />}
                      >
                        {mail.recipient}
                      </Anchor>
                    ) : (
                      <Text size="sm">{mail.recipient}</Text>
                    )}
                    <Group gap={6}>
                      <Text size="xs" c="dimmed" className="fw-tabular">
                        {format.time(mail.createdTime, 'short')}
                      </Text>
                      <MailStatusBadge value={mail.status} />
                    </Group>
                  </Group>
                ))}
              </Stack>
            )
          }
        </QueryView>
        {mayCalls && (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/calls" search={{ subject: `alert:${alert.alertId}` }} {...props} />}
          >
            {t.calls}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}
