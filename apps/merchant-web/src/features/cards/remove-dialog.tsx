import type { Card } from '@forewarn/core/cards/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { isDraft } from './card-state.ts';
import { useCardText } from './text.ts';
import { useRemoveCard } from './use-card-mutations.ts';

/** Says what follows before a card goes. */
export function RemoveDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const text = useCardText();
  const problemOf = useProblemOf();
  const remove = useRemoveCard();
  const known = card.submittedTime !== null;
  const draft = isDraft(card);
  const saved = draft ? text.removeDraftText : text.removeSaved(card.descriptor);
  return (
    <ConfirmDialog
      opened
      dangerous
      title={draft ? text.removeDraftTitle : text.removeTitle}
      confirmLabel={draft ? text.removeDraftConfirm : text.removeConfirm}
      busy={remove.isPending}
      problem={remove.isError ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: card.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{known ? text.removeWatched(card.descriptor) : saved}</Text>
    </ConfirmDialog>
  );
}
