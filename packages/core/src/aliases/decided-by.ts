import { normalizeKey } from '../cards/index.ts';
import type { LearnableKey } from './learnable-key.ts';

/** Whether an alert that no card fits would go by this key: by its enrolled descriptor, or by the statement's where that is another. */
export function decidedBy(
  key: Pick<LearnableKey, 'matchDescriptor' | 'cardBin'>,
  alert: { descriptor: string | null; descriptorRegister: string | null; cardBin: string | null },
): boolean {
  const carried = [alert.descriptorRegister, alert.descriptor].map(normalizeKey);
  return carried.includes(key.matchDescriptor) && (key.cardBin === '' || (alert.cardBin ?? '').trim() === key.cardBin);
}
