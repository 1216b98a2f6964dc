import type { EvidenceFile } from '@forewarn/core/alerts/model';
import { UnstyledButton } from '@mantine/core';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './evidence.module.css';
import { isHere } from './evidence-bytes.ts';
import { EvidencePicture } from './evidence-picture.tsx';
import { EvidenceView } from './evidence-view.tsx';
import { useEvidenceText } from './text/index.ts';

/** Larger ones are read when somebody asks to see them: a phone pays for its data. */
const AT_SIGHT = 3 * 1024 * 1024;

/** What the file looks like, and large on demand; a PDF has its sign. */
export function EvidenceThumbnail({ alertId, file }: { alertId: number; file: EvidenceFile }) {
  const text = useEvidenceText();
  const [opened, setOpened] = useState(false);
  const [broken, setBroken] = useState(false);
  if (file.contentType === 'application/pdf')
    return (
      <span className={classes.thumb}>
        <IconFileTypePdf size={22} aria-hidden color="var(--mantine-color-dimmed)" />
      </span>
    );
  const shown = !broken && (file.size <= AT_SIGHT || opened || isHere(file.id));
  return (
    <>
      <UnstyledButton
        className={classes.thumb ?? ''}
        aria-label={text.view(file.fileName)}
        onClick={() => setOpened(true)}
      >
        {shown ? (
          <EvidencePicture
            alertId={alertId}
            file={file}
            side={44}
            square
            className={classes.picture ?? ''}
            onFault={() => setBroken(true)}
          />
        ) : (
          <IconPhoto size={22} aria-hidden color="var(--mantine-color-dimmed)" />
        )}
      </UnstyledButton>
      {opened && <EvidenceView alertId={alertId} file={file} onClose={() => setOpened(false)} />}
    </>
  );
}
