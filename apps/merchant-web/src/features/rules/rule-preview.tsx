import { Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { type RuleValues, readyConditions } from './rule-values.ts';
import { useRuleText } from './text.ts';

/** How many of the alerts that wait now the conditions fit, counted while one types. */
export function RulePreview({ values }: { values: RuleValues }) {
  const { preview: text } = useRuleText();
  const [settled] = useDebouncedValue(values, 300);
  const conditions = readyConditions(settled);
  const count = useQuery(
    trpc.rules.preview.queryOptions(conditions ? { conditions } : skipToken, { placeholderData: keepPreviousData }),
  );
  return (
    <Paper withBorder p="sm" role="status" aria-label={text.title}>
      <Text size="sm" fw={600}>
        {text.title}
      </Text>
      <Text size="sm" c="dimmed">
        {!conditions ? text.broken : !count.data ? text.counting : said(count.data)}
      </Text>
    </Paper>
  );

  function said({ open, fits, limited }: { open: number; fits: number; limited: boolean }): string {
    if (open === 0) return text.none;
    return limited ? `${text.fits(fits, open)} ${text.limited(open)}` : text.fits(fits, open);
  }
}
