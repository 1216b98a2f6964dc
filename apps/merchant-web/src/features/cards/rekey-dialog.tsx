import type { Card } from '@forewarn/core/cards/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { useCardText } from './text.ts';

interface RekeyDialogProps {
  card: Card;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what a new key of an enrolled card means before it is saved. */
export function RekeyDialog({ card, onConfirm, onCancel }: RekeyDialogProps) {
  const text = useCardText();
  return (
    <ConfirmDialog
      opened
      title={text.rekeyTitle}
      confirmLabel={text.rekeyConfirm}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <Text size="sm">{text.rekeyText(card.descriptor)}</Text>
    </ConfirmDialog>
  );
}
