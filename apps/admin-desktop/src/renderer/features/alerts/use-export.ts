import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTRPCClient } from '../../api.ts';
import { bridge } from '../../app/bridge.ts';
import { useAppText } from '../../app/text.ts';
import { useProblem } from '../../app/use-problem.ts';
import { type AlertSearch, toListInput } from './search.ts';
import { useAlertsText } from './text/index.ts';

type Client = ReturnType<typeof useTRPCClient>;
const MOST = 1000;

/** Every id the filters find; undefined when there are too many to name. */
async function idsOf(client: Client, search: AlertSearch): Promise<number[] | undefined> {
  const ids: number[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await client.admin.alerts.list.query({ ...toListInput(search, new Date()), page, size: 100 });
    if (found.total > MOST) return undefined;
    pages = found.pages;
    ids.push(...found.records.map(({ id }) => id));
  }
  return ids;
}

/**
 * The list as filtered → a CSV file where the person wants it. The export itself knows the merchant's filters only; with one of the
 * staff's own it is given the ids, at most a thousand.
 */
export function useExport() {
  const client = useTRPCClient();
  const t = useAppText();
  const list = useAlertsText().list;
  const toProblem = useProblem();
  return useMutation({
    mutationFn: async (search: AlertSearch) => {
      const { page, size, matchStatus, merchantId, queue, held, ...filters } = toListInput(search, new Date());
      const byId = matchStatus !== undefined || merchantId !== undefined || queue !== undefined;
      const ids = byId ? await idsOf(client, search) : [];
      if (ids === undefined) return { saved: false, fileName: null, tooMany: true };
      const file = await client.alerts.export.mutate({ ...filters, format: 'csv', ...(byId && { ids }) });
      const saved = await bridge.shell.saveFile({ suggestedName: file.fileName, content: file.content });
      return { ...saved, tooMany: false };
    },
    onSuccess: ({ saved, fileName, tooMany }) => {
      if (tooMany) notifications.show({ color: 'yellow', message: list.tooMany(MOST) });
      else if (saved) notifications.show({ message: t.saved(fileName ?? '') });
    },
    onError: (error) => {
      const { title, text } = toProblem(error);
      notifications.show({ color: 'red', title, message: text });
    },
  });
}
