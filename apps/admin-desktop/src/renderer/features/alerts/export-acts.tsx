import type { ExportJob } from '@forewarn/core/alert-exports/model';
import { isUnderWay } from '@forewarn/ui/exports';
import { Button, Group } from '@mantine/core';
import { useExportText } from './text/exports.ts';
import type { useExportActs } from './use-exports.ts';

/** What can be done with an export: stop it, fetch or delete its file, or make it again. */
export function ExportActs({ job, acts }: { job: ExportJob; acts: ReturnType<typeof useExportActs> }) {
  const text = useExportText();
  const busy = (act: { isPending: boolean; variables: { id: string } | undefined }) =>
    act.isPending && act.variables?.id === job.id;
  if (isUnderWay(job))
    return (
      <Button
        size="xs"
        flex="none"
        variant="default"
        loading={busy(acts.cancel)}
        onClick={() => acts.cancel.mutate({ id: job.id })}
      >
        {text.cancel}
      </Button>
    );
  if (job.status !== 'DONE')
    return (
      <Button
        size="xs"
        flex="none"
        variant="default"
        loading={busy(acts.repeat)}
        onClick={() => acts.repeat.mutate({ id: job.id })}
      >
        {text.again}
      </Button>
    );
  return (
    <Group gap="xs" wrap="nowrap" flex="none">
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        loading={busy(acts.remove)}
        onClick={() => acts.remove.mutate({ id: job.id })}
      >
        {text.remove}
      </Button>
      <Button size="xs" loading={busy(acts.download)} onClick={() => acts.download.mutate(job)}>
        {text.download}
      </Button>
    </Group>
  );
}
