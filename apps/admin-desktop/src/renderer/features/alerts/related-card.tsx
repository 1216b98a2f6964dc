import type { AlertDetail, RelatedAlert } from '@forewarn/core/alerts/model';
import { ProcessStatusBadge, ProgramBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import classes from './related-card.module.css';
import { useEvidenceText } from './text/evidence.ts';

/** Earlier alerts of the card, the transaction and the descriptor, duplicates and refunds (A-151, A-152), as the merchant is shown them. */
export function RelatedCard({ alert }: { alert: AlertDetail }) {
  const t = useEvidenceText();
  const labels = useAlertLabels();
  const trpc = useTRPC();
  const related = useQuery(trpc.alerts.related.queryOptions({ id: alert.id }, { enabled: alert.merchantId !== null }));
  if (alert.merchantId === null) return null;
  return (
    <Paper p="lg" component="section">
      <Title order={2} size="h5" mb="md">
        {t.related}
      </Title>
      <QueryView query={related}>
        {({ groups, duplicates, refunds, suggestion }) => {
          const seen = groups.filter(({ count }) => count > 0);
          return (
            <Stack gap="md">
              {suggestion?.action && (
                <ToneNote tone="accent">{t.suggestion(labels.action[suggestion.action])}</ToneNote>
              )}
              {refunds.map(({ id, alertId }) => (
                <ToneNote key={id} tone="warning">
                  {t.refunds(alertId)}
                </ToneNote>
              ))}
              {duplicates.length > 0 && <RelatedGroup title={t.duplicates} records={duplicates} />}
              {seen.map(({ relation, count, chargebacks, records }) => (
                <RelatedGroup
                  key={relation}
                  title={`${t.relation[relation]} · ${t.count(count)}${chargebacks > 0 ? ` · ${t.chargebacks(chargebacks)}` : ''}`}
                  records={records}
                />
              ))}
              {seen.length === 0 && duplicates.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t.noRelated}
                </Text>
              )}
            </Stack>
          );
        }}
      </QueryView>
    </Paper>
  );
}

function RelatedGroup({ title, records }: { title: string; records: readonly RelatedAlert[] }) {
  const format = useFormat();
  return (
    <Stack gap={6}>
      <Title order={3} size="h6">
        {title}
      </Title>
      {records.map((one) => (
        <div key={one.id} className={classes.row}>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/alerts/$id" params={{ id: String(one.id) }} {...props} />}
          >
            {one.alertId}
          </Anchor>
          <Text size="xs" c="dimmed" className="fw-tabular">
            {format.time(one.alertTime, 'short')} · {format.money(one.amount, one.currency)}
          </Text>
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <ProgramBadge value={one.program} />
            <ProcessStatusBadge value={one.processStatus} />
          </Group>
        </div>
      ))}
    </Stack>
  );
}
