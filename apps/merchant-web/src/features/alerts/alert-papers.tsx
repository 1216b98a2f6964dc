import type { AlertDetail } from '@forewarn/core/alerts/model';
import { Button, Group, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import { saveFile } from '../../app/session/files.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePapersText } from './text/index.ts';

/** The alert on paper: printed from here, or as a PDF to keep. */
export function AlertPapers({ alert }: { alert: Pick<AlertDetail, 'id' | 'alertId'> }) {
  const text = usePapersText();
  const sentenceOf = useSentenceOf();
  const mayExport = useSessionUser()?.permissions.includes('alert:export') ?? false;
  const save = useMutation({
    mutationFn: () => saveFile(`/api/v1/alerts/${alert.id}/pdf`, `alert-${alert.alertId}.pdf`),
  });
  return (
    <Group gap={4} wrap="nowrap">
      {save.isError && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(save.error)}
        </Text>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {text.print}
      </Button>
      {mayExport && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {text.pdf}
        </Button>
      )}
    </Group>
  );
}
