import type { ExportJob } from '@forewarn/core/alert-exports/model';
import { ToneBadge } from '@forewarn/ui/data';
import { EXPORT_TONES, isCounted, isUnderWay } from '@forewarn/ui/exports';
import { ErrorNote } from '@forewarn/ui/feedback';
import { formatSize, useFormat } from '@forewarn/ui/format';
import { useReader } from '@forewarn/ui/i18n';
import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import classes from './batch.module.css';
import { ExportActs } from './export-acts.tsx';
import { useExportText } from './text/index.ts';
import { useExportActs, useExportJobs } from './use-exports.ts';

/** Exports that run or can be fetched, and what became of the others. `wanted` is the one somebody came for. */
export function ExportList({ wanted }: { wanted?: string }) {
  const text = useExportText();
  const problemOf = useProblemOf();
  const jobs = useExportJobs();
  const acts = useExportActs();
  const error = jobs.error ?? acts.download.error ?? acts.cancel.error ?? acts.remove.error ?? acts.repeat.error;
  const records = jobs.data?.records ?? [];
  if (records.length === 0 && !error) return null;
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {text.mine}
      </Title>
      {error && <ErrorNote problem={problemOf(error)} />}
      <Stack gap="sm" component="ul" aria-label={text.mine} m={0} p={0} style={{ listStyle: 'none' }}>
        {records.map((job) => (
          <ExportItem key={job.id} job={job} acts={acts} wanted={job.id === wanted} />
        ))}
      </Stack>
    </Stack>
  );
}

interface ExportItemProps {
  job: ExportJob;
  acts: ReturnType<typeof useExportActs>;
  wanted: boolean;
}

function ExportItem({ job, acts, wanted }: ExportItemProps) {
  const text = useExportText();
  const format = useFormat();
  const { locale } = useReader();
  const under = isUnderWay(job);
  const { status } = job;
  return (
    <li
      className={classes.job}
      data-wanted={wanted || undefined}
      ref={wanted ? (item) => item?.scrollIntoView({ block: 'nearest' }) : undefined}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div className={classes.facts}>
          <Text size="sm" fw={550}>
            {job.format.toUpperCase()}
            {isCounted(job) && ` · ${text.rows(job.doneRows, under ? job.totalRows : undefined)}`}
            {status === 'DONE' && ` · ${formatSize(job.fileSize, locale)}`}
          </Text>
        </div>
        <ToneBadge tone={EXPORT_TONES[status]} dot={under ? 'live' : undefined}>
          {text.status[status]}
        </ToneBadge>
      </Group>
      <Text size="xs" c="dimmed">
        {format.time(job.createdTime, 'short')}
        {status === 'DONE' && job.expiresTime && ` · ${text.until(format.time(job.expiresTime, 'short'))}`}
      </Text>
      {job.cut && status === 'DONE' && (
        <Text size="xs" mt={4}>
          {text.cut(job.doneRows)}
        </Text>
      )}
      {status === 'FAILED' && (
        <Text size="xs" mt={4}>
          {text.failed}
        </Text>
      )}
      {under && (
        <Progress value={(100 * job.doneRows) / Math.max(1, job.totalRows)} aria-label={text.progress} mt="xs" />
      )}
      <ExportActs job={job} acts={acts} />
    </li>
  );
}
