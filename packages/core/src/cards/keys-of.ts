import { CARD_KEYS } from './model.ts';
import type { EnrolmentKey } from './write-store.ts';

/** One text for what an enrolment is known by, for maps and comparing. */
export function keyText(card: EnrolmentKey): string {
  return JSON.stringify(CARD_KEYS.map((name) => card[name]));
}
