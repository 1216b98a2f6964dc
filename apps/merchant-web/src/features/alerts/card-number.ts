interface CardNumber {
  cardBinMasked: string | null;
  cardLast4: string | null;
}

/** What is known of the card's number: `4111** … 1234`; null when nothing is. */
export function cardNumber({ cardBinMasked, cardLast4 }: CardNumber): string | null {
  const parts = [cardBinMasked, cardLast4].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? null : parts.join(' … ');
}
