import { CARD_EXPORT_FORMATS, type CardProgram, type CardState } from '@forewarn/core/cards/model';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { bridge } from '../../app/bridge.ts';
import { useAppText } from '../../app/text.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useMerchantsText } from './text.ts';

export interface CardFilter {
  keyword?: string | undefined;
  state?: CardState | undefined;
  program?: CardProgram | undefined;
}

/** The cards of one merchant that the list shows, as a file where the person wants it. */
export function CardsExport({ merchantId, filter }: { merchantId: number; filter: CardFilter }) {
  const { exporting: t } = useMerchantsText();
  const words = useAppText();
  const trpc = useTRPC();
  const toProblem = useProblem();
  const fail = (error: unknown) => {
    const { title, text } = toProblem(error);
    notifications.show({ color: 'red', title, message: text });
  };
  const save = useMutation(
    trpc.cards.export.mutationOptions({
      onSuccess: async ({ fileName: suggestedName, content, encoding, cut, rows }) => {
        const { saved, fileName } = await bridge.shell.saveFile({ suggestedName, content, encoding });
        if (saved) notifications.show({ message: words.saved(fileName ?? '') });
        if (saved && cut) notifications.show({ color: 'yellow', message: t.cut(rows) });
      },
      onError: fail,
    }),
  );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={save.isPending}
          aria-label={t.label}
        >
          {t.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {CARD_EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate({ merchantId, ...filter, format })}>
            {t[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
