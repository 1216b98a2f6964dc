import type { Card } from '@forewarn/core/cards/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useCardText } from './text.ts';
import { useRemoveCard } from './use-card-mutations.ts';

/** Says what follows before a card goes. */
export function RemoveDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const text = useCardText();
  const problemOf = useProblemOf();
  const remove = useRemoveCard();
  const known = card.submittedTime !== null || card.status === 'REGISTERED' || card.status === 'FAILED';
  return (
    <ConfirmDialog
      opened
      dangerous
      title={text.removeTitle}
      confirmLabel={text.removeConfirm}
      busy={remove.isPending}
      problem={remove.isError ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: card.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{known ? text.removeWatched(card.descriptor) : text.removeSaved(card.descriptor)}</Text>
    </ConfirmDialog>
  );
}
