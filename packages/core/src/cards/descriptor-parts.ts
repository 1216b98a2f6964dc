import { FACILITATORS } from './descriptor-words.ts';
import { normalizeKey } from './normalize.ts';

export interface DescriptorParts {
  /** The compared form of the whole. */
  key: string;
  /** A payment facilitator's mark in front, without its star; empty when there is none. */
  facilitator: string;
  /** What names the merchant: everything behind the facilitator's mark. */
  merchant: string;
}

/** `PAYPAL *ACME` → facilitator `PAYPAL`, merchant `ACME`; `SHOP*ACME.COM` has no facilitator. */
export function descriptorParts(text: string): DescriptorParts {
  const key = normalizeKey(text);
  const [, first = '', star = '', rest = ''] = /^([^\s*]+)\s*(\*?)\s*(.*)$/u.exec(key) ?? [];
  // Without a star the mark is one only when nothing follows: `SQ` alone, but `GOOGLE GARDENS` is a name.
  if (FACILITATORS.has(first) && (star === '*' || rest === '')) return { key, facilitator: first, merchant: rest };
  return { key, facilitator: '', merchant: key };
}

/** Letters and digits alone: how alike two descriptors look to a person. */
export function bare(text: string): string {
  return normalizeKey(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters and digits, a Chinese character as two: it says as much. */
export function weight(text: string): number {
  const letters = [...bare(text)];
  return letters.length + letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length;
}
