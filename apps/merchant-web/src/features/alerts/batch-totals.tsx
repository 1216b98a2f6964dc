import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { Group, Text } from '@mantine/core';
import classes from './batch.module.css';
import { totalsOf } from './batch-split.ts';
import { useBatchText } from './text/index.ts';

/** What is at stake: how many, and a sum for each currency by itself. */
export function BatchTotals({ alerts }: { alerts: readonly AlertSummary[] }) {
  const text = useBatchText();
  const format = useFormat();
  return (
    <Group gap="xs" className={classes.totals ?? ''}>
      <Text size="sm" fw={600}>
        {text.count(alerts.length)}
      </Text>
      {totalsOf(alerts).map(({ currency, amount }) => (
        <Text key={currency} size="sm" className={classes.total ?? ''}>
          {format.money(amount, currency)}
        </Text>
      ))}
    </Group>
  );
}
