import type { ExportJob } from '@forewarn/core/alert-exports/model';
import { isUnderWay } from '@forewarn/ui/exports';
import { Button, Group } from '@mantine/core';
import { useExportText } from './text/index.ts';
import type { useExportActs } from './use-exports.ts';

/** What can be done with an export: stop it, fetch or delete its file, or make it again. */
export function ExportActs({ job, acts }: { job: ExportJob; acts: ReturnType<typeof useExportActs> }) {
  const text = useExportText();
  const busy = (act: { isPending: boolean; variables: { id: string } | undefined }) =>
    act.isPending && act.variables?.id === job.id;
  if (isUnderWay(job))
    return (
      <Group gap="xs" mt="xs" justify="flex-end">
        <Button size="xs" variant="default" loading={busy(acts.cancel)} onClick={() => acts.cancel.mutate(job)}>
          {text.cancel}
        </Button>
      </Group>
    );
  if (job.status === 'DONE')
    return (
      <Group gap="xs" mt="xs" justify="flex-end">
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
      </Group>
    );
  return (
    <Group gap="xs" mt="xs" justify="flex-end">
      <Button size="xs" variant="default" loading={busy(acts.repeat)} onClick={() => acts.repeat.mutate(job)}>
        {text.again}
      </Button>
    </Group>
  );
}
