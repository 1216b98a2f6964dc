import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../api.ts';
import { bridge } from '../../app/bridge.ts';
import { useAppText } from '../../app/text.ts';
import { useProblem } from '../../app/use-problem.ts';
import { type AuditSearch, toFilters } from './search.ts';
import { useAuditText } from './text.ts';

/** The log as filtered → a CSV file where the person wants it. */
export function useAuditExport() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const words = useAppText();
  const t = useAuditText();
  const toProblem = useProblem();
  return useMutation({
    // It has left an entry of its own.
    onSettled: () => queries.invalidateQueries(trpc.admin.audit.list.pathFilter()),
    mutationFn: async (search: AuditSearch) => {
      const file = await client.admin.audit.export.mutate(toFilters(search, new Date()));
      const saved = await bridge.shell.saveFile({ suggestedName: file.fileName, content: file.content });
      return { ...saved, cut: file.cut };
    },
    onSuccess: ({ saved, fileName, cut }) => {
      if (saved) notifications.show({ message: words.saved(fileName ?? '') });
      if (saved && cut) notifications.show({ color: 'yellow', message: t.cut });
    },
    onError: (error) => {
      const { title, text } = toProblem(error);
      notifications.show({ color: 'red', title, message: text });
    },
  });
}
