import type { ExportFormat, ExportJob } from '@forewarn/core/alert-exports/model';
import type { AdminAlertListInput } from '@forewarn/core/alerts/model';
import { isUnderWay } from '@forewarn/ui/exports';
import { useReader } from '@forewarn/ui/i18n';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../api.ts';
import { ApiFailure, ErrorBody, ServerUnreachable } from '../../app/api-failure.ts';
import { bridge } from '../../app/bridge.ts';
import { useAppText } from '../../app/text.ts';
import { useMay, useSession } from '../../app/use-session.ts';

const LOOK_EVERY = 1500;

/** One's own exports, looked at again while any is under way. */
export function useExportJobs() {
  const trpc = useTRPC();
  return useQuery(
    trpc.alerts.exports.list.queryOptions(
      {},
      {
        enabled: useMay('alert:export'),
        refetchInterval: ({ state }) => (state.data?.records.some(isUnderWay) ? LOOK_EVERY : false),
        refetchIntervalInBackground: true,
        staleTime: 0,
      },
    ),
  );
}

function useRefresh() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries(trpc.alerts.exports.list.queryFilter());
}

/** A file at once, where the person wants it, or a job for what is too much for that. */
export function useExport(filters: Partial<AdminAlertListInput>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const refresh = useRefresh();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { page: _page, size: _size, cursor: _cursor, ...filter } = filters;
  const now = useMutation({
    mutationFn: async (format: ExportFormat) => {
      const file = await client.alerts.export.mutate({ ...filter, format, timeZone });
      const { fileName: suggestedName, content, encoding, rows, cut } = file;
      return { ...(await bridge.shell.saveFile({ suggestedName, content, encoding })), rows, cut };
    },
  });
  const start = useMutation(trpc.alerts.exports.start.mutationOptions({ onSuccess: refresh }));
  return { now, start: { ...start, mutate: (format: ExportFormat) => start.mutate({ ...filter, format, timeZone }) } };
}

/** Everything one can do with an export of one's own. */
export function useExportActs() {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const done = { onSettled: refresh };
  const download = useDownload();
  return {
    cancel: useMutation(trpc.alerts.exports.cancel.mutationOptions(done)),
    remove: useMutation(trpc.alerts.exports.remove.mutationOptions(done)),
    repeat: useMutation(trpc.alerts.exports.repeat.mutationOptions(done)),
    download: useMutation({ mutationFn: download, onError: refresh }),
  };
}

/** The main process fetches the file itself and writes it as it comes: it may be larger than a page should hold. */
function useDownload() {
  const client = useTRPCClient();
  const session = useSession();
  const t = useAppText();
  const { locale } = useReader();
  return async ({ id, format, createdTime }: ExportJob): Promise<void> => {
    // Renews the session when it has to be, so that the token outlives the question where to save.
    await client.alerts.exports.list.query({});
    const { saved, fileName, failure } = await bridge.shell.saveDownload({
      path: `/api/v1/alerts/exports/${id}/file`,
      suggestedName: `alerts-${createdTime.slice(0, 10)}.${format}`,
      token: session.token() ?? '',
      locale,
    });
    if (failure) throw toFailure(failure);
    if (saved) notifications.show({ message: t.saved(fileName ?? '') });
  };
}

function toFailure({ status, body }: { status: number; body: string }): Error {
  if (status === 0) return new ServerUnreachable('the file broke off');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  return new ApiFailure(status, ErrorBody.safeParse(json).data ?? { error: 'INTERNAL', message: '' });
}
