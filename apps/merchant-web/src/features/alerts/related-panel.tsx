import { RELATED_COUNT_LIMIT, type RelatedAlert, type RelatedGroup } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels, useFactWords } from '@forewarn/ui/i18n';
import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import classes from './related.module.css';
import { useRelatedText } from './text/index.ts';
import { useRelated } from './use-related.ts';

/** the merchant's other alerts of the same card, transaction and descriptor, with how they ended. */
export function RelatedPanel({ id }: { id: number }) {
  const text = useRelatedText();
  const { data, isPending } = useRelated(id);
  if (!data && !isPending) return null;
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section" data-screen-only="">
      <Title order={2} size="h5">
        {text.title}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {text.hint}
      </Text>
      {data ? (
        <Stack gap="md">
          {data.groups.map((group) => (
            <Relatives key={group.relation} group={group} />
          ))}
        </Stack>
      ) : (
        <Skeleton h={120} />
      )}
    </Paper>
  );
}

function Relatives({ group }: { group: RelatedGroup }) {
  const text = useRelatedText();
  const { count, chargebacks, prevented } = group;
  const facts = [
    text.count(Math.min(count, RELATED_COUNT_LIMIT), count > RELATED_COUNT_LIMIT),
    ...(chargebacks > 0 ? [text.chargebacks(chargebacks)] : []),
    ...(prevented > 0 ? [text.prevented(prevented)] : []),
  ];
  return (
    <div className={classes.group}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {text.group[group.relation]}
        </Text>
        <Text size="sm" c="dimmed" className="fw-tabular">
          {facts.join(' · ')}
        </Text>
      </Group>
      {group.records.length > 0 && (
        <ul className={classes.list}>
          {group.records.map((record) => (
            <li key={record.id}>
              <RelatedLink alert={record} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RelatedLink({ alert }: { alert: RelatedAlert }) {
  const format = useFormat();
  return (
    <Link to="/alerts/$id" params={{ id: String(alert.id) }} className={classes.row ?? ''}>
      <span>
        <span className={classes.amount}>{format.money(alert.amount, alert.currency)}</span>{' '}
        <span className={classes.dim}>{format.time(alert.alertTime, 'dated')}</span>
      </span>
      <span className={classes.dim}>{useEnding(alert)}</span>
    </Link>
  );
}

/** How it ended: what the network said, else what was answered, else that it is open. */
function useEnding(alert: RelatedAlert): string {
  const text = useRelatedText();
  const labels = useAlertLabels();
  const words = useFactWords();
  const outcome = words('outcome', alert.outcome);
  const answer = alert.processAction && labels.action[alert.processAction];
  if (answer) return [answer, outcome].filter(Boolean).join(' · ');
  return outcome ?? (alert.needsAnswer ? text.open : text.missed);
}
