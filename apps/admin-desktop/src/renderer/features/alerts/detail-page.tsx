import type { AlertDetail } from '@forewarn/core/alerts/model';
import { SECOND } from '@forewarn/core/kernel/time';
import { EventTimeline } from '@forewarn/ui/data';
import { DetailSkeleton } from '@forewarn/ui/feedback';
import { Anchor, Button, Grid, Group, Paper, Stack, Title } from '@mantine/core';
import { IconArrowLeft, IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useMay } from '../../app/use-session.ts';
import { AlertPapers } from './alert-papers.tsx';
import { AnswerCard } from './answer-card.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { AlertFacts } from './facts.tsx';
import { AlertHero } from './hero.tsx';
import { isQueued } from './queued.ts';
import { RelatedCard } from './related-card.tsx';
import { SentCard } from './sent-card.tsx';
import { useAlertsText } from './text/index.ts';

const route = getRouteApi('/inside/alerts/$id');

/** One alert with all that is known of it, what happened to it, and what became of the answer. */
export function AlertDetailPage() {
  const t = useAlertsText().detail;
  const { id } = route.useParams();
  const trpc = useTRPC();
  const alert = useQuery(trpc.alerts.get.queryOptions({ id }, { refetchInterval: 10 * SECOND }));
  const back = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/alerts" {...props} />}>
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t.back}
    </Anchor>
  );
  return (
    <Page
      title={alert.data ? t.title(alert.data.alertId) : t.title(`#${id}`)}
      hint={back}
      actions={
        alert.data && (
          <Group gap="xs" align="flex-start">
            <AlertPapers alert={alert.data} />
            <QueueLink alert={alert.data} />
          </Group>
        )
      }
    >
      <QueryView query={alert} loading={<DetailSkeleton />} wayOut={back}>
        {(data) => (
          <Stack gap="md">
            <Paper p="lg">
              <AlertHero alert={data} />
            </Paper>
            <Grid gap="md">
              <Grid.Col span={{ base: 12, lg: 8 }}>
                <Stack gap="md">
                  {(data.candidates.length > 1 || (isQueued(data) && data.candidates.length > 0)) && (
                    <Paper p="lg">
                      <CandidateTable alert={data} />
                    </Paper>
                  )}
                  <AlertFacts alert={data} />
                  <RelatedCard alert={data} />
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 4 }}>
                <Stack gap="md">
                  <AnswerCard alert={data} />
                  <EvidenceCard alert={data} />
                  <Paper p="lg">
                    <Title order={2} size="h5" mb="md">
                      {t.timeline}
                    </Title>
                    <div style={{ fontSize: 'var(--mantine-font-size-sm)' }}>
                      <EventTimeline events={data.timeline} />
                    </div>
                  </Paper>
                  <SentCard alert={data} />
                </Stack>
              </Grid.Col>
            </Grid>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function QueueLink({ alert }: { alert: AlertDetail }) {
  const t = useAlertsText().detail;
  const allowed = useMay('alert:assign');
  if (!allowed || !isQueued(alert)) return null;
  return (
    <Button
      renderRoot={(props) => <Link to="/queue" search={{ open: alert.id }} {...props} />}
      leftSection={<IconInbox size={16} aria-hidden />}
    >
      {t.toQueue}
    </Button>
  );
}
