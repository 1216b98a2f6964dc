import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useFormat } from '@forewarn/ui/format';
import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useSessionUser } from '../../app/session/session.ts';
import classes from './batch.module.css';
import { BatchDialog } from './batch-dialog.tsx';
import { splitBatch, totalsOf } from './batch-split.ts';
import { ExportDialog } from './export-dialog.tsx';
import { useBatchText, useExportText } from './text/index.ts';

interface BatchBarProps {
  /** What is selected, on whatever page. */
  selected: readonly AlertSummary[];
  onClear: () => void;
  /** A batch was sent and its results were seen. */
  onDone: () => void;
}

/** What can be done with the alerts that are selected; at the bottom of the screen while any are. */
export function BatchBar({ selected, onClear, onDone }: BatchBarProps) {
  const text = useBatchText();
  const format = useFormat();
  const exporting = useExportText();
  const user = useSessionUser();
  const may = (permission: 'alert:process' | 'alert:export') => user?.permissions.includes(permission) ?? false;
  const [exported, setExported] = useState<readonly number[]>();
  const [asked, setAsked] = useState<readonly AlertSummary[]>();
  const { ready } = splitBatch(selected);
  return (
    <>
      {selected.length > 0 && (
        <>
          <div className={classes.room} aria-hidden />
          <section className={classes.bar} aria-label={text.label}>
            <Group gap="xs" wrap="nowrap" className={classes.facts ?? ''}>
              <CloseButton aria-label={text.clear} onClick={onClear} />
              <div className={classes.facts}>
                <Text size="sm" fw={600} role="status">
                  {text.selected(selected.length)}
                </Text>
                <Text size="xs" c="dimmed" truncate>
                  {totalsOf(selected)
                    .map(({ amount, currency }) => format.money(amount, currency))
                    .join(' · ')}
                </Text>
              </div>
            </Group>
            <Group gap="xs" wrap="nowrap" className={classes.acts ?? ''}>
              {may('alert:export') && (
                <Button variant="default" onClick={() => setExported(selected.map(({ id }) => id))}>
                  {exporting.open}
                </Button>
              )}
              {may('alert:process') && !user?.suspended && (
                <Button disabled={ready.length === 0} onClick={() => setAsked(selected)}>
                  {text.answer(ready.length)}
                </Button>
              )}
            </Group>
          </section>
        </>
      )}
      {exported && <ExportDialog what={{ ids: exported }} onClose={() => setExported(undefined)} />}
      {asked && (
        <BatchDialog
          alerts={asked}
          onClose={(sent) => {
            setAsked(undefined);
            if (sent) onDone();
          }}
        />
      )}
    </>
  );
}
