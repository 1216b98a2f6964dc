import { useT } from '@forewarn/ui/i18n';
import { Group, Loader, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTRPC } from '../../api.ts';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import { useAlertsText } from './text/index.ts';

/** The chosen merchant as the server knows it; undefined until one is chosen and read. */
export function useChosenMerchant(merchantId: number | undefined) {
  const trpc = useTRPC();
  const merchant = useQuery(
    trpc.admin.merchants.get.queryOptions({ id: merchantId ?? 0 }, { enabled: merchantId !== undefined }),
  );
  return merchantId === undefined ? undefined : merchant.data;
}

interface MerchantChoiceProps {
  hasCandidates: boolean;
  merchantId: number | undefined;
  cardId: number | undefined;
  onMerchant: (merchantId: number | undefined) => void;
  onCard: (cardId: number | undefined) => void;
  error: string | undefined;
  inputRef: Ref<HTMLInputElement>;
}

/** Any merchant by name, and which of its cards, when one fits. */
export function MerchantChoice(props: MerchantChoiceProps) {
  const { hasCandidates, merchantId, cardId, onMerchant, onCard, error, inputRef } = props;
  const t = useAlertsText().queue;
  return (
    <Stack gap="sm">
      {!hasCandidates && (
        <Text size="sm" c="dimmed">
          {t.noCandidates}
        </Text>
      )}
      <MerchantSelect label={t.assignTo} value={merchantId} onChange={onMerchant} error={error} inputRef={inputRef} />
      {merchantId !== undefined && <CardChoice merchantId={merchantId} cardId={cardId} onCard={onCard} />}
    </Stack>
  );
}

function CardChoice({
  merchantId,
  cardId,
  onCard,
}: {
  merchantId: number;
  cardId: number | undefined;
  onCard: (cardId: number | undefined) => void;
}) {
  const t = useAlertsText().queue;
  const words = useT();
  const trpc = useTRPC();
  const cards = useQuery(trpc.cards.list.queryOptions({ merchantId, status: 'REGISTERED', size: 100 }));
  if (cards.isPending) return <Loader size="xs" aria-label={words.loading} />;
  const records = cards.data?.records ?? [];
  if (records.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t.noCards}
      </Text>
    );
  }
  return (
    <Radio.Group
      label={t.merchantCards}
      value={cardId === undefined ? 'none' : String(cardId)}
      onChange={(value) => onCard(value === 'none' ? undefined : Number(value))}
    >
      <Group gap="md" mt={6}>
        <Radio value="none" label={t.noCard} />
        {records.map((card) => (
          <Radio
            key={card.id}
            value={String(card.id)}
            label={[card.descriptor, card.cardBin, card.caid].filter(Boolean).join(' · ')}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
