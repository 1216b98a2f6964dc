import { normalizeKey } from '../cards/index.ts';

/** What can be learnt from an alert: the enrolled descriptor before the statement's, as matching takes them. */
export interface LearnableKey {
  descriptor: string;
  matchDescriptor: string;
  /** '': whatever the BIN. */
  cardBin: string;
}

/** Undefined: the alert carries no descriptor, or no BIN although one is asked for. */
export function learnableKey(
  alert: { descriptor: string | null; descriptorRegister: string | null; cardBin: string | null },
  withBin: boolean,
): LearnableKey | undefined {
  const descriptor = [alert.descriptorRegister, alert.descriptor].find((text) => normalizeKey(text) !== '')?.trim();
  const cardBin = withBin ? (alert.cardBin ?? '').trim() : '';
  if (descriptor === undefined || (withBin && cardBin === '')) return undefined;
  return { descriptor, matchDescriptor: normalizeKey(descriptor), cardBin };
}
