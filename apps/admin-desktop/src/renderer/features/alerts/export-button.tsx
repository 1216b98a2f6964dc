import type { AdminAlertListInput } from '@forewarn/core/alerts/model';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../app/use-session.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useExportText } from './text/exports.ts';
import { useExportNews } from './use-export-news.ts';

interface ExportButtonProps {
  filters: Partial<AdminAlertListInput>;
  /** How many alerts the filters find; undefined while that isn't known. */
  total: number | undefined;
}

/** The list as filtered, as a file, and the files that were asked for before. */
export function ExportButton({ filters, total }: ExportButtonProps) {
  const text = useExportText();
  const allowed = useMay('alert:export');
  const [opened, setOpened] = useState(false);
  const running = useExportNews();
  if (!allowed) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {running > 0 ? text.openRunning(running) : text.open}
      </Button>
      {opened && <ExportDialog filters={filters} total={total} onClose={() => setOpened(false)} />}
    </>
  );
}
