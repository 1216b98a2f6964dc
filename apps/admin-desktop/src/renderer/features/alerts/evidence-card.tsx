import type { AlertDetail, EvidenceFile } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { ActionIcon, Anchor, Group, Image, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asDataUrl, useTransfer } from '../../app/transfer.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useEvidenceText } from './text/evidence.ts';
import { useSaveFile } from './use-save-file.ts';

/** The files an answer rests on: pictures are shown here, everything can be saved. */
export function EvidenceCard({ alert }: { alert: AlertDetail }) {
  const t = useEvidenceText();
  if (alert.evidenceFiles.length === 0) return null;
  return (
    <Paper p="lg" component="section">
      <Title order={2} size="h5" mb="xs">
        {t.title}
      </Title>
      <EvidenceList alertId={alert.id} files={alert.evidenceFiles} />
      <Text size="xs" c="dimmed" mt="xs">
        {t.audited}
      </Text>
    </Paper>
  );
}

function EvidenceList({ alertId, files }: { alertId: number; files: readonly EvidenceFile[] }) {
  const t = useEvidenceText();
  const words = useT();
  const format = useFormat();
  const toProblem = useProblem();
  const { download } = useTransfer();
  const saveFile = useSaveFile();
  const [shown, setShown] = useState<{ name: string; url: string }>();
  const read = useMutation({
    mutationFn: async ({ file, save }: { file: EvidenceFile; save: boolean }) => {
      const path = `/api/v1/alerts/${alertId}/evidence/${file.id}`;
      if (!save && file.contentType !== 'application/pdf')
        return setShown({ name: file.fileName, url: await asDataUrl(await download(path)) });
      const { saved } = await saveFile(path, file.fileName);
      if (saved) notifications.show({ message: t.saved(file.fileName) });
    },
  });
  return (
    <Stack gap="xs">
      {files.map((file) =>
        file.removed ? (
          <Text key={file.id} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file.fileName}
            <Text span display="block" size="xs" c="dimmed">
              {t.gone(file.removed.months, format.time(file.removed.time, 'date'))}
            </Text>
          </Text>
        ) : (
          <Group key={file.id} justify="space-between" wrap="nowrap" gap="xs">
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              style={{ overflowWrap: 'anywhere' }}
              aria-label={t.view(file.fileName)}
              onClick={() => read.mutate({ file, save: false })}
            >
              {file.fileName}
            </Anchor>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.save(file.fileName)}
              onClick={() => read.mutate({ file, save: true })}
            >
              <IconDownload size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ),
      )}
      {read.error && <ErrorNote problem={toProblem(read.error)} />}
      {shown && (
        <Modal
          opened
          size="xl"
          title={shown.name}
          onClose={() => setShown(undefined)}
          closeButtonProps={{ 'aria-label': words.close }}
        >
          <Image src={shown.url} alt={shown.name} fit="contain" mah="75vh" />
        </Modal>
      )}
    </Stack>
  );
}
