import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Loader, Radio, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTRPC } from '../../api.ts';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import type { NewCard } from './new-card-dialog.tsx';
import { useAlertsText } from './text/index.ts';
import { useQueueText } from './text/queue.ts';

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
  /** A card that was added here and isn't enrolled yet. */
  made: NewCard | undefined;
  /** Absent: no card can be added. */
  onNewCard: (() => void) | undefined;
  error: string | undefined;
  inputRef: Ref<HTMLInputElement>;
}

/** Any merchant by name, and which of its cards, when one fits. */
export function MerchantChoice(props: MerchantChoiceProps) {
  const { hasCandidates, merchantId, cardId, onMerchant, onCard, made, onNewCard, error, inputRef } = props;
  const words = useQueueText().newCard;
  const t = useAlertsText().queue;
  return (
    <Stack gap="sm">
      {!hasCandidates && (
        <Text size="sm" c="dimmed">
          {t.noCandidates}
        </Text>
      )}
      <MerchantSelect label={t.assignTo} value={merchantId} onChange={onMerchant} error={error} inputRef={inputRef} />
      {merchantId !== undefined && <CardChoice merchantId={merchantId} cardId={cardId} made={made} onCard={onCard} />}
      {onNewCard && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onNewCard}
        >
          {words.open}
        </Button>
      )}
    </Stack>
  );
}

type CardChoiceProps = Pick<MerchantChoiceProps, 'cardId' | 'onCard' | 'made'> & { merchantId: number };

function CardChoice({ merchantId, cardId, onCard, made }: CardChoiceProps) {
  const t = useAlertsText().queue;
  const words = useT();
  const { newCard } = useQueueText();
  const trpc = useTRPC();
  const cards = useQuery(trpc.cards.list.queryOptions({ merchantId, status: 'REGISTERED', size: 100 }));
  if (cards.isPending) return <Loader size="xs" aria-label={words.loading} />;
  const records = cards.data?.records ?? [];
  if (records.length === 0 && !made) {
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
        {made && !records.some(({ id }) => id === made.id) && (
          <Radio value={String(made.id)} label={newCard.made(cardLabel(made))} />
        )}
        {records.map((card) => (
          <Radio key={card.id} value={String(card.id)} label={cardLabel(card)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function cardLabel({ descriptor, cardBin, caid }: Pick<NewCard, 'descriptor' | 'cardBin' | 'caid'>): string {
  return [descriptor, cardBin, caid].filter(Boolean).join(' · ');
}
