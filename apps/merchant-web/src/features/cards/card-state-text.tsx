import type { Card } from '@forewarn/core/cards/model';
import { CardStateBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { SilentNote } from './silent-note.tsx';
import { useCardText } from './text.ts';

/** The state as a badge and, in a sentence, what it means and what to do next. */
export function CardStateText({ card }: { card: Card }) {
  const sentence = useSentence(card);
  return (
    <div>
      <CardStateBadge value={card.state} />
      <Text size="xs" c="dimmed" mt={4} maw={340}>
        {sentence}
      </Text>
      {card.status === 'REGISTERED' && <SilentNote cardId={card.id} />}
    </div>
  );
}

function useSentence(card: Card): string {
  const { state: text, failure } = useCardText();
  const format = useFormat();
  const { state, expectedLiveTime, firstAlertTime, registerTime, updatedTime, failureReason } = card;
  switch (state) {
    case 'DRAFT':
      return text.draft;
    case 'SAVED':
      return text.saved;
    case 'SUBMITTED':
      return text.submitted;
    case 'IN_REVIEW':
      return text.inReview(format.time(expectedLiveTime ?? updatedTime, 'date'));
    case 'ACTIVE': {
      const since = format.time(registerTime ?? updatedTime, 'short');
      return firstAlertTime ? text.active(since, format.time(firstAlertTime, 'short')) : text.quiet(since);
    }
    case 'CLOSING':
      return text.closing;
    case 'CLOSED':
      return text.closed;
    case 'REJECTED':
      return failure[failureReason ?? 'REFUSED'];
  }
}
