import { ActionIcon, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useSessionUser } from '../../app/session/session.ts';
import { ExportDialog } from './export-dialog.tsx';
import { toListInput } from './list-input.ts';
import type { AlertSearch } from './list-search.ts';
import { useExportText } from './text/index.ts';

const route = getRouteApi('/shell/alerts');

/** The alerts of the list's filters as a file, and the files that were asked for before. */
export function ExportMenu({ search }: { search: AlertSearch }) {
  const text = useExportText();
  const [opened, setOpened] = useState(false);
  const navigate = route.useNavigate();
  const allowed = useSessionUser()?.permissions.includes('alert:export');
  if (!allowed) return null;
  const close = () => {
    setOpened(false);
    if (search.export)
      void navigate({ search: (now) => ({ ...now, export: undefined }), replace: true, resetScroll: false });
  };
  return (
    <>
      <Button
        variant="default"
        flex="none"
        visibleFrom="sm"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {text.open}
      </Button>
      <ActionIcon
        variant="default"
        size={36}
        flex="none"
        hiddenFrom="sm"
        aria-label={text.open}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <IconDownload size={16} aria-hidden />
      </ActionIcon>
      {(opened || search.export) && (
        <ExportDialog what={{ list: toListInput(search) }} wanted={search.export} onClose={close} />
      )}
    </>
  );
}
