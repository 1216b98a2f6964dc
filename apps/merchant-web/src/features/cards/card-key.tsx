import type { Card } from '@forewarn/core/cards/model';
import { Text } from '@mantine/core';
import { useCardText } from './text.ts';

/** What the alert network knows the card by, each number with the name of its own: an acquirer's BIN is no issuer's. */
export function useKeyItems(card: Card): { label: string; value: string }[] {
  const { keys, anyCaid, unfilled } = useCardText();
  const blank = card.state === 'DRAFT' ? unfilled : '';
  if (card.program === 'ETHOCA')
    return [
      { label: keys.cardBin, value: card.cardBin || blank },
      { label: keys.caid, value: card.caid || anyCaid },
    ];
  const byMerchant = card.acquirerBin !== '' || card.caid !== '' || card.arn === '';
  return [
    ...(byMerchant
      ? [
          { label: keys.acquirerBin, value: card.acquirerBin || blank },
          { label: keys.caid, value: card.caid || blank },
        ]
      : []),
    ...(card.arn ? [{ label: keys.arn, value: card.arn }] : []),
  ];
}

export function CardKeyText({ card }: { card: Card }) {
  const items = useKeyItems(card);
  return (
    <div>
      {items.map(({ label, value }) => (
        <Text key={label} size="sm" style={{ whiteSpace: 'nowrap' }}>
          <Text span size="xs" c="dimmed" mr={6}>
            {label}
          </Text>
          <span className="fw-tabular">{value}</span>
        </Text>
      ))}
    </div>
  );
}
