import type { EvidenceFile } from '@forewarn/core/alerts/model';
import { formatSize, useFormat } from '@forewarn/ui/format';
import { useLocale } from '@forewarn/ui/i18n';
import { Loader, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSentenceOf } from '../../app/problem/use-sentence-of.ts';
import { saveBlob } from '../../app/session/files.ts';
import classes from './evidence.module.css';
import { evidenceBytes } from './evidence-bytes.ts';
import { EvidenceThumbnail } from './evidence-thumbnail.tsx';
import { useEvidenceText } from './text/index.ts';

/** The files of a given answer, to look at again. */
export function EvidenceLinks({ alertId, files }: { alertId: number; files: readonly EvidenceFile[] }) {
  const text = useEvidenceText();
  const locale = useLocale();
  const sentenceOf = useSentenceOf();
  const save = useMutation({
    mutationFn: ({ id, fileName }: EvidenceFile) => evidenceBytes(alertId, id).then((blob) => saveBlob(blob, fileName)),
  });
  return (
    <div className={classes.links}>
      {files.map((file) =>
        file.removed ? (
          <GoneFile key={file.id} file={file} removed={file.removed} />
        ) : (
          <div key={file.id} className={classes.linkRow}>
            {file.contentType !== 'application/pdf' && <EvidenceThumbnail alertId={alertId} file={file} />}
            <UnstyledButton className={classes.link ?? ''} disabled={save.isPending} onClick={() => save.mutate(file)}>
              {save.isPending && save.variables.id === file.id ? (
                <Loader size={16} />
              ) : (
                <IconDownload size={16} aria-hidden />
              )}
              <Text span size="sm">
                <VisuallyHidden>{text.download} </VisuallyHidden>
                {file.fileName}{' '}
                <Text span size="xs" c="dimmed">
                  {formatSize(file.size, locale)}
                </Text>
              </Text>
            </UnstyledButton>
          </div>
        ),
      )}
      {save.isError && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(save.error)}
        </Text>
      )}
    </div>
  );
}

/** What is still known of a file whose content went at the end of its term. */
function GoneFile({ file, removed }: { file: EvidenceFile; removed: NonNullable<EvidenceFile['removed']> }) {
  const text = useEvidenceText();
  const locale = useLocale();
  const format = useFormat();
  return (
    <div className={classes.gone}>
      <Text size="sm">
        {file.fileName}{' '}
        <Text span size="xs" c="dimmed">
          {formatSize(file.size, locale)}
        </Text>
      </Text>
      <Text size="xs" c="dimmed">
        {text.gone(removed.months, format.time(removed.time, 'date'))}
      </Text>
    </div>
  );
}
