import { Button, Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import { saveFile } from '../../app/session/files.ts';
import { useImportText } from './text.ts';
import { problemsPath } from './use-import.ts';

/** The lines that can't be imported, with the reason of each, to be put right in a spreadsheet. */
export function ProblemsMenu({ id }: { id: string }) {
  const { rows: text } = useImportText();
  const sentenceOf = useSentenceOf();
  const save = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => saveFile(problemsPath(id, format), `forewarn-problems.${format}`),
  });
  return (
    <div>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={save.isPending}
          >
            {text.problems}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save.mutate('xlsx')}>{text.asXlsx}</Menu.Item>
          <Menu.Item onClick={() => save.mutate('csv')}>{text.asCsv}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {save.isError && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(save.error)}
        </Text>
      )}
    </div>
  );
}
