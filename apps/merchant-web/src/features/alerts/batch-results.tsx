import type { AlertSummary } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Progress, ScrollArea, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import classes from './batch.module.css';
import { useBatchText, useListText } from './text/index.ts';
import type { BatchRun } from './use-batch-answer.ts';

interface BatchResultsProps {
  run: BatchRun;
  alerts: readonly AlertSummary[];
  onRetry: () => void;
  onClose: () => void;
}

/** How the batch goes and what became of each alert; what was refused stands first, with why. */
export function BatchResults({ run, alerts, onRetry, onClose }: BatchResultsProps) {
  const text = useBatchText();
  const t = useT();
  const problemOf = useProblemOf();
  const done = run.results.filter(({ ok }) => ok).length;
  const refused = run.results.length - done;
  const open = run.ids.length - done;
  return (
    <Stack gap="md">
      <Progress value={(100 * run.results.length) / Math.max(1, run.ids.length)} aria-label={text.progress} />
      <Text size="sm" fw={600} role="status">
        {run.running ? text.going(run.results.length, run.ids.length) : text.result(done, refused, open - refused)}
      </Text>
      {run.error !== null && <ErrorNote problem={problemOf(run.error)} />}
      <ResultList run={run} alerts={alerts} />
      {!run.running && (
        <Group justify="flex-end">
          {open > 0 && (
            <Button variant="default" onClick={onRetry}>
              {text.retry(open)}
            </Button>
          )}
          <Button onClick={onClose}>{t.close}</Button>
        </Group>
      )}
    </Stack>
  );
}

const RANK = { refused: 0, waiting: 1, done: 2 } as const;
const ICON = { refused: IconCircleX, waiting: IconClock, done: IconCircleCheck } as const;

function ResultList({ run, alerts }: Pick<BatchResultsProps, 'run' | 'alerts'>) {
  const text = useBatchText();
  const list = useListText();
  const format = useFormat();
  const results = new Map(run.results.map((result) => [result.id, result]));
  const rows = alerts.map((alert) => {
    const result = results.get(alert.id);
    const state: keyof typeof RANK = result ? (result.ok ? 'done' : 'refused') : 'waiting';
    return { alert, state, message: result?.message ?? text.state[state] };
  });
  return (
    <ScrollArea.Autosize mah={340} viewportProps={{ tabIndex: 0 }}>
      <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {rows
          .toSorted((a, b) => RANK[a.state] - RANK[b.state])
          .map(({ alert, state, message }) => {
            const Icon = ICON[state];
            return (
              <li key={alert.id} className={classes.result} data-state={state}>
                <Icon size={18} aria-hidden />
                <div className={classes.facts}>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {alert.descriptor ?? list.untitled} · {format.money(alert.amount, alert.currency)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {message}
                  </Text>
                </div>
              </li>
            );
          })}
      </Stack>
    </ScrollArea.Autosize>
  );
}
