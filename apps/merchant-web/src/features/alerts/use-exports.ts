import type { ExportJob } from '@forewarn/core/alert-exports/model';
import { isUnderWay } from '@forewarn/ui/exports';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferInput } from '@trpc/tanstack-react-query';
import { queryClient, trpc } from '../../api.ts';
import { saveBytes, saveFile } from '../../app/session/files.ts';

export type ExportWish = inferInput<typeof trpc.alerts.export>;

const LOOK_EVERY = 1500;
const refresh = () => queryClient.invalidateQueries(trpc.alerts.exports.list.queryFilter());

/** One's own exports, looked at again while any is under way. */
export function useExportJobs() {
  return useQuery(
    trpc.alerts.exports.list.queryOptions(
      {},
      { refetchInterval: ({ state }) => (state.data?.records.some(isUnderWay) ? LOOK_EVERY : false), staleTime: 0 },
    ),
  );
}

/** A file at once, or a job for what is too much for that. */
export function useExport() {
  const now = useMutation(trpc.alerts.export.mutationOptions({ onSuccess: saveBytes }));
  const job = useMutation(trpc.alerts.exports.start.mutationOptions({ onSuccess: refresh }));
  return { now, job };
}

export function useExportActs() {
  const cancel = useMutation(trpc.alerts.exports.cancel.mutationOptions({ onSettled: refresh }));
  const remove = useMutation(trpc.alerts.exports.remove.mutationOptions({ onSettled: refresh }));
  const repeat = useMutation(trpc.alerts.exports.repeat.mutationOptions({ onSettled: refresh }));
  const download = useMutation({
    mutationFn: ({ id, format, createdTime }: ExportJob) =>
      saveFile(`/api/v1/alerts/exports/${id}/file`, `alerts-${createdTime.slice(0, 10)}.${format}`),
    onError: refresh,
  });
  return { cancel, remove, repeat, download };
}
