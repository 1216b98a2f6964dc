import type { AnswerAction, EarlierRefund } from '@forewarn/core/alerts/model';
import { useT } from '@forewarn/ui/i18n';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { TextLink } from '../../app/text-link.tsx';
import { RefundLine } from './duplicates-note.tsx';
import { useRelatedText } from './text/index.ts';

interface RefundedDialogProps {
  /** What went back before; null: closed. */
  refunds: readonly EarlierRefund[] | null;
  onClose: () => void;
  onInstead: (action: AnswerAction) => void;
  onGoOn: () => void;
}

/** Before a second refund of one transaction: which refund came first, the answer that fits instead, and the way on for who means it. */
export function RefundedDialog({ refunds, onClose, onInstead, onGoOn }: RefundedDialogProps) {
  const t = useT();
  const { dialog, refunded } = useRelatedText();
  return (
    <Modal
      opened={refunds !== null}
      onClose={onClose}
      title={dialog.title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Stack gap="md">
        {refunds?.map((refund) => (
          <div key={refund.id}>
            <RefundLine refund={refund} />
            <TextLink to="/alerts/$id" params={{ id: String(refund.id) }}>
              {refunded.alert(refund.alertId)}
            </TextLink>
          </div>
        ))}
        <Text size="sm">{dialog.text}</Text>
        <Stack gap="xs">
          <Button data-autofocus onClick={() => onInstead('INVALID_DUPLICATE')}>
            {dialog.instead}
          </Button>
          <Button variant="light" onClick={() => onInstead('INVALID_REFUNDED_BEFORE')}>
            {dialog.insteadBefore}
          </Button>
          <Button variant="default" onClick={onGoOn}>
            {dialog.goOn}
          </Button>
        </Stack>
      </Stack>
    </Modal>
  );
}
