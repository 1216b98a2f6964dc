import { Button } from '@mantine/core';
import { IconDatabaseExport, IconDatabaseImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../app/use-session.ts';
import { BackupDialog } from './backup-dialog.tsx';
import { useBackupText } from './backup-text.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** The two acts at the page's head, for those who may. */
export function BackupActions() {
  const t = useBackupText();
  const allowed = useMay('credential:backup');
  const [open, setOpen] = useState<'backup' | 'restore'>();
  const close = () => setOpen(undefined);
  if (!allowed) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDatabaseExport size={16} aria-hidden />}
        onClick={() => setOpen('backup')}
      >
        {t.backUp}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDatabaseImport size={16} aria-hidden />}
        onClick={() => setOpen('restore')}
      >
        {t.restore}
      </Button>
      {open === 'backup' && <BackupDialog onClose={close} />}
      {open === 'restore' && <RestoreDialog onClose={close} />}
    </>
  );
}
