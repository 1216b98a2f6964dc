import { BATCH_ACTIONS, ProcessManyInput } from '@forewarn/core/alert-batches/model';
import type { AlertSummary, AnswerAction } from '@forewarn/core/alerts/model';
import { useT } from '@forewarn/ui/i18n';
import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { BatchChoice } from './batch-choice.tsx';
import { BatchConfirm } from './batch-confirm.tsx';
import { BatchResults } from './batch-results.tsx';
import { splitBatch } from './batch-split.ts';
import { useBatchText } from './text/index.ts';
import { useBatchAnswer } from './use-batch-answer.ts';

interface BatchDialogProps {
  /** As they were when the dialog was opened. */
  alerts: readonly AlertSummary[];
  /** `sent`: answers have gone out. */
  onClose: (sent: boolean) => void;
}

/** Choose once, look at what it means, confirm, and see what became of each. */
export function BatchDialog({ alerts, onClose }: BatchDialogProps) {
  const text = useBatchText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [action, setAction] = useState<AnswerAction | ''>('');
  const [reason, setReason] = useState('');
  const [confirming, setConfirming] = useState(false);
  const batch = useBatchAnswer();
  const { ready, out } = splitBatch(alerts);
  const answer = ProcessManyInput.pick({ action: true, reason: true }).safeParse({ action, reason }).data;
  const running = batch.run?.running ?? false;

  function body() {
    if (batch.run)
      return <BatchResults run={batch.run} alerts={ready} onRetry={batch.retry} onClose={() => onClose(true)} />;
    if (confirming && answer)
      return (
        <BatchConfirm
          alerts={ready}
          answer={answer}
          onBack={() => setConfirming(false)}
          onConfirm={() =>
            batch.start(
              answer,
              ready.map(({ id }) => id),
            )
          }
        />
      );
    return (
      <BatchChoice
        alerts={ready}
        out={out}
        allowed={BATCH_ACTIONS}
        action={action}
        reason={reason}
        complete={answer !== undefined}
        onAction={setAction}
        onReason={setReason}
        onNext={() => setConfirming(true)}
      />
    );
  }
  return (
    <Modal
      opened
      onClose={() => onClose(batch.run !== undefined)}
      title={batch.run ? text.results : text.title(ready.length)}
      size="lg"
      fullScreen={phone ?? false}
      withCloseButton={!running}
      closeOnEscape={!running}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {body()}
    </Modal>
  );
}
