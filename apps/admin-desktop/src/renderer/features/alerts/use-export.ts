import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTRPCClient } from '../../api.ts';
import { bridge } from '../../app/bridge.ts';
import { useAppText } from '../../app/text.ts';
import { useProblem } from '../../app/use-problem.ts';
import { type AlertSearch, toListInput } from './search.ts';
import { useAlertsText } from './text/index.ts';

/** The list as filtered → a CSV file where the person wants it; its first thousand rows, and a word when there are more. */
export function useExport() {
  const client = useTRPCClient();
  const t = useAppText();
  const list = useAlertsText().list;
  const toProblem = useProblem();
  return useMutation({
    mutationFn: async (search: AlertSearch) => {
      const { page, size, ...filters } = toListInput(search, new Date());
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const file = await client.alerts.export.mutate({ ...filters, format: 'csv', timeZone });
      const { fileName: suggestedName, content, encoding, rows, cut } = file;
      return { ...(await bridge.shell.saveFile({ suggestedName, content, encoding })), rows, cut };
    },
    onSuccess: ({ saved, fileName, rows, cut }) => {
      if (!saved) return;
      notifications.show({ message: t.saved(fileName ?? '') });
      if (cut) notifications.show({ color: 'yellow', message: list.tooMany(rows) });
    },
    onError: (error) => {
      const { title, text } = toProblem(error);
      notifications.show({ color: 'red', title, message: text });
    },
  });
}
