import type { EvidenceFile } from '@forewarn/core/alerts/model';
import { formatSize } from '@forewarn/ui/format';
import { useLocale } from '@forewarn/ui/i18n';
import { Button, Center, Group, Loader, Modal, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import { saveBlob } from '../../app/session/files.ts';
import classes from './evidence.module.css';
import { evidenceBytes } from './evidence-bytes.ts';
import { EvidencePicture } from './evidence-picture.tsx';
import { useEvidenceText } from './text/index.ts';

interface ViewProps {
  alertId: number;
  file: EvidenceFile;
  onClose: () => void;
}

/** One image as large as the window allows. */
export function EvidenceView({ alertId, file, onClose }: ViewProps) {
  const text = useEvidenceText();
  const locale = useLocale();
  const sentenceOf = useSentenceOf();
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState<unknown>();
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      centered
      title={file.fileName}
      closeButtonProps={{ 'aria-label': text.close }}
      classNames={{ title: classes.name ?? '' }}
    >
      {fault === undefined && !ready && (
        <Center mih={160} miw={220}>
          <Loader aria-label={text.loading} />
        </Center>
      )}
      {fault === undefined ? (
        <EvidencePicture
          alertId={alertId}
          file={file}
          side={1600}
          className={classes.large ?? ''}
          onReady={() => setReady(true)}
          onFault={setFault}
        />
      ) : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault instanceof DOMException && fault.name === 'InvalidStateError' ? text.unreadable : sentenceOf(fault)}
        </Text>
      )}
      <Group justify="space-between" mt="sm">
        <Text size="xs" c="dimmed">
          {formatSize(file.size, locale)}
        </Text>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void evidenceBytes(alertId, file.id).then((blob) => saveBlob(blob, file.fileName), setFault)}
        >
          {text.download}
        </Button>
      </Group>
    </Modal>
  );
}
