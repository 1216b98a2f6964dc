import { CARD_EXPORT_FORMATS } from '@forewarn/core/cards/model';
import { Button, Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { inferInput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { saveBytes } from '../../app/session/files.ts';
import { useDescriptorText } from './descriptor-text.ts';

export type ExportFilter = Omit<inferInput<typeof trpc.cards.export>, 'format' | 'merchantId'>;

/** The cards of the page's filters as a file. */
export function ExportMenu({ filter }: { filter: ExportFilter }) {
  const { exporting: text } = useDescriptorText();
  const problemOf = useProblemOf();
  const save = useMutation(trpc.cards.export.mutationOptions({ onSuccess: saveBytes }));
  const note = save.isError ? problemOf(save.error).text : save.data?.cut ? text.cut(save.data.rows) : undefined;
  return (
    <div>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={save.isPending}
            aria-label={text.label}
          >
            {text.open}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {CARD_EXPORT_FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => save.mutate({ ...filter, format })}>
              {text[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {note !== undefined && (
        <Text size="xs" mt={4} maw={240} role="alert" c={save.isError ? 'var(--mantine-color-error)' : 'dimmed'}>
          {note}
        </Text>
      )}
    </div>
  );
}
