import type { SilentCards } from '@forewarn/core/descriptors/model';
import { toneStyle } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useDescriptorText } from './descriptor-text.ts';

/** Says so on a card that no alert comes for. One question serves all cards of the page. */
export function SilentNote({ cardId }: { cardId: number }) {
  const silent = useQuery(trpc.descriptors.silent.queryOptions({}, { staleTime: 60_000 }));
  const found = silent.data?.cards.find((card) => card.cardId === cardId);
  if (!silent.data || !found) return null;
  return <Note days={silent.data.days} card={found} />;
}

function Note({ days, card }: { days: number; card: SilentCards['cards'][number] }) {
  const { silent: text } = useDescriptorText();
  const format = useFormat();
  return (
    <Text size="xs" mt={4} maw={340} style={{ ...toneStyle('warning'), color: 'var(--tone-text)' }}>
      {card.kind === 'NEVER' || card.lastAlertTime === null
        ? text.NEVER(days)
        : text.STOPPED(days, format.time(card.lastAlertTime, 'date'))}
    </Text>
  );
}
