import type { Card } from '@forewarn/core/cards/model';
import { toneStyle } from '@forewarn/ui/data';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useMerchantsText } from './text.ts';

/** Says so on an enrolled card that no alert comes for. One question serves all cards of the merchant. */
export function SilentCard({ card }: { card: Card }) {
  const { silent: t } = useMerchantsText();
  const trpc = useTRPC();
  const { merchantId } = card;
  const silent = useQuery(
    trpc.descriptors.silent.queryOptions({ merchantId }, { staleTime: 60_000, enabled: card.status === 'REGISTERED' }),
  );
  const found = silent.data?.cards.find(({ cardId }) => cardId === card.id);
  if (!silent.data || !found) return null;
  return (
    <Text size="xs" title={t.hint} style={{ ...toneStyle('warning'), color: 'var(--tone-text)' }}>
      {t[found.kind](silent.data.days)}
    </Text>
  );
}
