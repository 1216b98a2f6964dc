import type { ExportJob, ExportStatus } from '@forewarn/core/alert-exports/model';
import { ToneBadge } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import classes from './batch.module.css';
import { useExportText } from './text/index.ts';
import { isUnderWay, useExportActs, useExportJobs } from './use-exports.ts';

const TONES = {
  QUEUED: 'neutral',
  RUNNING: 'accent',
  DONE: 'positive',
  FAILED: 'danger',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
} as const satisfies Record<ExportStatus, string>;

/** Exports that run or can be fetched, and what became of the others. */
export function ExportList() {
  const text = useExportText();
  const problemOf = useProblemOf();
  const jobs = useExportJobs();
  const acts = useExportActs();
  const error = acts.download.error ?? acts.cancel.error ?? acts.remove.error;
  const records = jobs.data?.records ?? [];
  if (records.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {text.mine}
      </Title>
      {error && <ErrorNote problem={problemOf(error)} />}
      <Stack gap="sm" component="ul" aria-label={text.mine} m={0} p={0} style={{ listStyle: 'none' }}>
        {records.map((job) => (
          <ExportItem key={job.id} job={job} acts={acts} />
        ))}
      </Stack>
    </Stack>
  );
}

function ExportItem({ job, acts }: { job: ExportJob; acts: ReturnType<typeof useExportActs> }) {
  const text = useExportText();
  const format = useFormat();
  const under = isUnderWay(job);
  const busy = (act: { isPending: boolean; variables: { id: string } | undefined }) =>
    act.isPending && act.variables?.id === job.id;
  return (
    <li className={classes.job}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div className={classes.facts}>
          <Text size="sm" fw={550}>
            {text.formats[job.format]} · {text.rows(job.doneRows, under ? job.totalRows : undefined)}
          </Text>
          <Text size="xs" c="dimmed">
            {format.time(job.createdTime, 'short')}
            {job.cut && ` · ${text.cut(job.doneRows)}`}
            {job.status === 'DONE' && job.expiresTime && ` · ${text.until(format.time(job.expiresTime, 'short'))}`}
            {job.status === 'FAILED' && ` · ${text.failed}`}
          </Text>
        </div>
        <ToneBadge tone={TONES[job.status]} dot={under ? 'live' : undefined}>
          {text.status[job.status]}
        </ToneBadge>
      </Group>
      {under && (
        <Progress value={(100 * job.doneRows) / Math.max(1, job.totalRows)} aria-label={text.progress} mt="xs" />
      )}
      {(under || job.status === 'DONE') && (
        <Group gap="xs" mt="xs" justify="flex-end">
          {under ? (
            <Button size="xs" variant="default" loading={busy(acts.cancel)} onClick={() => acts.cancel.mutate(job)}>
              {text.cancel}
            </Button>
          ) : (
            <>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                loading={busy(acts.remove)}
                onClick={() => acts.remove.mutate(job)}
              >
                {text.remove}
              </Button>
              <Button size="xs" loading={busy(acts.download)} onClick={() => acts.download.mutate(job)}>
                {text.download}
              </Button>
            </>
          )}
        </Group>
      )}
    </li>
  );
}
