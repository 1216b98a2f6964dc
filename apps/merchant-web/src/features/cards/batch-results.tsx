import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Progress, ScrollArea, Stack, Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useCardText } from './text.ts';
import type { BatchRun } from './use-batch.ts';

interface BatchResultsProps {
  run: BatchRun;
  nameOf: (id: number) => string;
  onRetry: (ids: number[]) => void;
  onClose: () => void;
}

/** How a batch goes and, card by card, what could not be done and why. */
export function BatchResults({ run, nameOf, onRetry, onClose }: BatchResultsProps) {
  const { batch: text, form } = useCardText();
  const t = useT();
  const problemOf = useProblemOf();
  const failed = run.results.filter(({ ok }) => !ok);
  const done = run.results.length - failed.length;
  const isField = (path: string): path is 'descriptor' | 'cardBin' | 'caid' | 'acquirerBin' | 'arn' | 'notifyEmail' =>
    ['descriptor', 'cardBin', 'caid', 'acquirerBin', 'arn', 'notifyEmail'].includes(path);
  return (
    <Modal
      opened
      onClose={onClose}
      title={run.act === 'enrol' ? text.enrolTitle : text.removeTitle}
      size="lg"
      withCloseButton={!run.running}
      closeOnEscape={!run.running}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Stack gap="md">
        <Progress value={(100 * run.results.length) / Math.max(1, run.total)} aria-label={text.progress} />
        <Text size="sm" role="status">
          {run.running ? text.going(run.results.length, run.total) : text.result(done, failed.length, run.act)}
        </Text>
        {run.error !== null && <ErrorNote problem={problemOf(run.error)} />}
        {failed.length > 0 && (
          <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0 }}>
            <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {failed.map(({ id, message, fields }) => (
                <li key={id}>
                  <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                    {nameOf(id)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {fields.length > 0
                      ? fields
                          .map((field) => `${isField(field.path) ? form[field.path] : field.path}: ${field.message}`)
                          .join(' · ')
                      : message}
                  </Text>
                </li>
              ))}
            </Stack>
          </ScrollArea.Autosize>
        )}
        {!run.running && (
          <Group justify="flex-end">
            {failed.length > 0 && (
              <Button variant="default" onClick={() => onRetry(failed.map(({ id }) => id))}>
                {text.retry(failed.length)}
              </Button>
            )}
            <Button onClick={onClose}>{t.close}</Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
