import type { ExportJob } from '@forewarn/core/alert-exports/model';
import { isUnderWay } from '@forewarn/ui/exports';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { bridge } from '../../app/bridge.ts';
import { useExportText } from './text/exports.ts';
import { useExportJobs } from './use-exports.ts';

/** Says once, in the window and on the desktop, that an export this page has seen under way is ready or has failed; answers how many still run. */
export function useExportNews(): number {
  const text = useExportText();
  const jobs = useExportJobs().data?.records;
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs ?? []) {
      if (isUnderWay(job)) running.current.add(job.id);
      else if (running.current.delete(job.id)) tell(job, text.news);
    }
  }, [jobs, text]);
  return jobs?.filter(isUnderWay).length ?? 0;
}

function tell({ status, doneRows }: ExportJob, words: ReturnType<typeof useExportText>['news']): void {
  if (status !== 'DONE' && status !== 'FAILED') return;
  const [title, body] = status === 'DONE' ? [words.ready, words.readyHint(doneRows)] : [words.failed, words.failedHint];
  notifications.show({ color: status === 'DONE' ? 'green' : 'red', title, message: body });
  void bridge.shell.notify({ title, body, path: '/alerts' });
}
