import type { Cipher } from '../ports/index.ts';
import { paramsPlace, secretPlace } from './store.ts';

interface Sealed {
  messageId: string;
  params: string;
  paramsEnc: Buffer | null;
  secretEnc: Buffer | null;
}

/** What fills a queued mail. What was queued before contents were sealed stands in plain. */
export function mailParams(
  cipher: Pick<Cipher, 'open'>,
  { messageId, params, paramsEnc, secretEnc }: Sealed,
): Record<string, string> {
  const open = (sealed: Buffer | null, place: string) =>
    sealed ? (JSON.parse(cipher.open(sealed, place).toString('utf8')) as Record<string, string>) : {};
  return {
    ...(JSON.parse(params) as Record<string, string>),
    ...open(paramsEnc, paramsPlace(messageId)),
    ...open(secretEnc, secretPlace(messageId)),
  };
}
