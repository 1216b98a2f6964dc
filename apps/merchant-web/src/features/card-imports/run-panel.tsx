import type { CardImportDetail } from '@forewarn/core/card-imports/model';
import { toneStyle } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useImportText } from './text.ts';
import type { useRunImport } from './use-import.ts';

interface RunPanelProps {
  one: CardImportDetail;
  run: ReturnType<typeof useRunImport>;
  /** May submit for enrolment, too. */
  mayEnrol: boolean;
}

/** What would be imported now, the two ways to do it, and how far it is. */
export function RunPanel({ one, run, mayEnrol }: RunPanelProps) {
  const { run: text } = useImportText();
  const problemOf = useProblemOf();
  if (run.isPending || one.status === 'RUNNING') return <Running one={one} />;
  // An answer that got lost says nothing of the import, which shows how far it is itself.
  const failed = run.isError && one.readyRows > 0 ? problemOf(run.error) : undefined;
  if (one.readyRows === 0 && one.importedRows > 0) return failed ? <ErrorNote problem={failed} /> : null;
  const start = (submit: boolean) => run.mutate({ id: one.id, submit });
  return (
    <Paper p="md" style={{ ...toneStyle(one.readyRows > 0 ? 'accent' : 'neutral'), borderColor: 'var(--tone-border)' }}>
      <Stack gap="sm">
        <Text fw={550}>{one.readyRows > 0 ? text.ready(one.readyRows, one.problemRows) : text.nothing}</Text>
        {failed && <ErrorNote problem={failed} />}
        {one.readyRows > 0 && (
          <>
            <Group gap="sm">
              {mayEnrol && <Button onClick={() => start(true)}>{text.submit}</Button>}
              <Button variant="default" onClick={() => start(false)}>
                {text.save}
              </Button>
            </Group>
            <Text size="xs" c="dimmed">
              {text.submitHint}
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Running({ one }: { one: CardImportDetail }) {
  const { run: text } = useImportText();
  const all = one.importedRows + one.readyRows;
  const words = text.running(one.importedRows, all);
  return (
    <Paper p="md">
      <Text role="status" fw={550}>
        {words}
      </Text>
      <Progress value={all === 0 ? 100 : (one.importedRows / all) * 100} animated aria-label={words} my="xs" />
      <Text size="xs" c="dimmed">
        {text.runningHint}
      </Text>
    </Paper>
  );
}
