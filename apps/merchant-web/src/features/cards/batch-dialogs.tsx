import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { BatchResults } from './batch-results.tsx';
import { useCardText } from './text.ts';
import type { useSelection } from './use-selection.ts';

interface BatchDialogsProps {
  selection: ReturnType<typeof useSelection>;
  asking: boolean;
  onAsked: () => void;
}

/** The question before many cards go, and how a batch goes. */
export function BatchDialogs({ selection, asking, onAsked }: BatchDialogsProps) {
  const { batch: text } = useCardText();
  const count = selection.selected.size;
  const { run } = selection;
  return (
    <>
      {asking && (
        <ConfirmDialog
          opened
          dangerous
          title={text.removeAsk(count)}
          confirmLabel={text.removeConfirm(count)}
          onConfirm={() => {
            onAsked();
            selection.start('remove');
          }}
          onCancel={onAsked}
        >
          <Text size="sm">{text.removeText}</Text>
        </ConfirmDialog>
      )}
      {run && (
        <BatchResults
          run={run}
          nameOf={selection.nameOf}
          onRetry={(ids) => selection.start(run.act, ids)}
          onClose={selection.finish}
        />
      )}
    </>
  );
}
