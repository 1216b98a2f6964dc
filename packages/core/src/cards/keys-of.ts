/** What an enrolment is known by; within one merchant no two cards are alike in all of it. */
export const KEY_NAMES = ['descriptor', 'cardBin', 'caid'] as const;
export type CardKeyValues = Record<(typeof KEY_NAMES)[number], string>;

export function keyOf(card: CardKeyValues): CardKeyValues {
  const { descriptor, cardBin, caid } = card;
  return { descriptor, cardBin, caid };
}

/** One text for a key, for maps and comparing. */
export function keyText(card: CardKeyValues): string {
  return JSON.stringify(KEY_NAMES.map((name) => card[name]));
}
