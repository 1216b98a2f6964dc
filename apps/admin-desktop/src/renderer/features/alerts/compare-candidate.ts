import type { AlertCandidate, AlertDetail } from '@forewarn/core/alerts/model';
import { maskBin } from '@forewarn/core/kernel/mask';
import { descriptorKey } from './same-descriptor.ts';

/** `same`, `differs`, `open`: the card leaves it open or the alert doesn't say. */
export type Agreement = 'same' | 'differs' | 'open';

export interface Comparison {
  descriptor: Agreement;
  cardBin: Agreement;
  caid: Agreement;
}

/**
 * Where a candidate's card agrees with the alert. Staff see BINs masked, so that only a tier that compared the whole BIN makes it `same`;
 * otherwise the digits that are shown can only speak against it.
 */
export function compareCandidate(alert: AlertDetail, candidate: AlertCandidate): Comparison {
  const descriptors = [alert.descriptorRegister, alert.descriptor].map(descriptorKey);
  const sameBin = candidate.tier === 'EXACT' || candidate.tier === 'EMPTY_CAID';
  return {
    descriptor: descriptors.includes(descriptorKey(candidate.descriptor)) ? 'same' : 'differs',
    cardBin: sameBin ? 'same' : binAgreement(alert.cardBinMasked, candidate.cardBin),
    caid: caidAgreement(alert.caid, candidate.caid),
  };
}

function binAgreement(masked: string | null, cardBin: string): Agreement {
  if (masked === null) return 'open';
  const shown = masked.replace(/\*.*$/, '');
  return maskBin(cardBin).startsWith(shown) ? 'open' : 'differs';
}

function caidAgreement(alertCaid: string | null, cardCaid: string): Agreement {
  if (cardCaid === '' || alertCaid === null || alertCaid === '') return 'open';
  return descriptorKey(alertCaid) === descriptorKey(cardCaid) ? 'same' : 'differs';
}
