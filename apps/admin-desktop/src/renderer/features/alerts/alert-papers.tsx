import type { AlertDetail } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypePdf, IconReceipt } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useAnswerText } from './text/answer.ts';
import { useSaveFile } from './use-save-file.ts';

/** the alert as PDF, and what proves its answer, saved where the person says; each is audited by the server. */
export function AlertPapers({ alert }: { alert: Pick<AlertDetail, 'id' | 'alertId' | 'answer'> }) {
  const { papers: t } = useAnswerText();
  const may = useMay('alert:export');
  const toProblem = useProblem();
  const saveFile = useSaveFile();
  const save = useMutation({
    mutationFn: (paper: 'pdf' | 'receipt.pdf') => {
      const kind = paper === 'pdf' ? 'alert' : 'receipt';
      return saveFile(`/api/v1/alerts/${alert.id}/${paper}`, `${kind}-${alert.alertId}.pdf`);
    },
    onSuccess: ({ saved, fileName }) => {
      if (saved && fileName) notifications.show({ message: t.saved(fileName) });
    },
  });
  if (!may) return null;
  const isSaving = (paper: string) => save.isPending && save.variables === paper;
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          loading={isSaving('pdf')}
          onClick={() => save.mutate('pdf')}
        >
          {t.alert}
        </Button>
        {alert.answer && (
          <Button
            variant="default"
            leftSection={<IconReceipt size={16} aria-hidden />}
            loading={isSaving('receipt.pdf')}
            onClick={() => save.mutate('receipt.pdf')}
          >
            {t.receipt}
          </Button>
        )}
      </Group>
      {save.error && <ErrorNote problem={toProblem(save.error)} />}
    </Stack>
  );
}
