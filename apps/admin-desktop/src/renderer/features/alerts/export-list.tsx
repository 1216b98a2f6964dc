import type { ExportJob } from '@forewarn/core/alert-exports/model';
import { ToneBadge } from '@forewarn/ui/data';
import { EXPORT_TONES, isCounted, isUnderWay } from '@forewarn/ui/exports';
import { ErrorNote } from '@forewarn/ui/feedback';
import { formatSize, useFormat } from '@forewarn/ui/format';
import { useReader } from '@forewarn/ui/i18n';
import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useProblem } from '../../app/use-problem.ts';
import { ExportActs } from './export-acts.tsx';
import { useExportText } from './text/exports.ts';
import { useExportActs, useExportJobs } from './use-exports.ts';

/** One's own exports: what runs, what can be fetched and until when, and what became of the others. */
export function ExportList() {
  const text = useExportText();
  const toProblem = useProblem();
  const jobs = useExportJobs();
  const acts = useExportActs();
  const { cancel, remove, repeat, download } = acts;
  const error = jobs.error ?? download.error ?? cancel.error ?? remove.error ?? repeat.error;
  const records = jobs.data?.records ?? [];
  if (records.length === 0 && !error) return null;
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {text.mine}
      </Title>
      {error && <ErrorNote problem={toProblem(error)} />}
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
  const { locale } = useReader();
  const under = isUnderWay(job);
  const { status } = job;
  const note = status === 'FAILED' ? text.failed : status === 'DONE' && job.cut ? text.cut(job.doneRows) : undefined;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="md" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text size="sm" fw={550}>
              {job.format.toUpperCase()}
              {isCounted(job) && ` · ${text.rows(job.doneRows, under ? job.totalRows : undefined)}`}
              {status === 'DONE' && ` · ${formatSize(job.fileSize, locale)}`}
            </Text>
            <ToneBadge tone={EXPORT_TONES[status]} dot={under ? 'live' : undefined}>
              {text.status[status]}
            </ToneBadge>
          </Group>
          <Text size="xs" c="dimmed">
            {format.time(job.createdTime, 'short')}
            {status === 'DONE' && job.expiresTime && ` · ${text.until(format.time(job.expiresTime, 'short'))}`}
          </Text>
          {note && (
            <Text size="xs" mt={4}>
              {note}
            </Text>
          )}
        </div>
        <ExportActs job={job} acts={acts} />
      </Group>
      {under && (
        <Progress value={(100 * job.doneRows) / Math.max(1, job.totalRows)} aria-label={text.progress} mt="xs" />
      )}
    </Paper>
  );
}
