import type { Card } from '@forewarn/core/cards/model';
import { CardStatusBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { SilentNote } from './silent-note.tsx';
import { useCardText } from './text.ts';

/** The status as a badge and, in a sentence, what it means and what to do next. */
export function CardStateText({ card }: { card: Card }) {
  const sentence = useSentence(card);
  return (
    <div>
      <CardStatusBadge value={card.status} submitted={card.submittedTime !== null} />
      <Text size="xs" c="dimmed" mt={4} maw={340}>
        {sentence}
      </Text>
      {card.status === 'REGISTERED' && <SilentNote cardId={card.id} />}
    </div>
  );
}

function useSentence(card: Card): string {
  const text = useCardText();
  const format = useFormat();
  switch (card.status) {
    case 'DRAFT':
      return text.state.draft;
    case 'PENDING':
      return card.submittedTime === null ? text.state.saved : text.state.submitted;
    case 'REGISTERED':
      return text.state.registered(format.time(card.registerTime ?? card.updatedTime, 'short'));
    case 'CLOSED':
      return text.state.closed;
    case 'FAILED': {
      const reason = card.failureReason ?? 'REFUSED';
      return text.failure[reason];
    }
  }
}
