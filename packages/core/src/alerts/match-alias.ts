import { normalizeKey } from '../cards/index.ts';
import { holdFor, type MatchCard, type MatchKeys, type MatchResult } from './match.ts';

/** "Alerts with this descriptor belong to this merchant", as an admin has said. */
export interface LearntAlias {
  matchDescriptor: string;
  /** '': whatever the BIN. */
  cardBin: string;
  merchantId: number;
  cardId: number | null;
  merchantStatus: MatchCard['merchantStatus'];
}

/**
 * What was learnt decides only where no card fits. The enrolled descriptor goes before the statement's, an alias with the alert's BIN before
 * one without; each pair is there once, so that it is never ambiguous. Undefined: nothing was learnt of it.
 */
export function matchAlias(
  keys: Pick<MatchKeys, 'descriptor' | 'descriptorRegister' | 'cardBin'>,
  aliases: readonly LearntAlias[],
): MatchResult<never> | undefined {
  const bin = (keys.cardBin ?? '').trim();
  for (const on of ['descriptorRegister', 'descriptor'] as const) {
    const descriptor = normalizeKey(keys[on]);
    if (descriptor === '') continue;
    const same = aliases.filter((alias) => alias.matchDescriptor === descriptor);
    const alias = (bin && same.find(({ cardBin }) => cardBin === bin)) || same.find(({ cardBin }) => cardBin === '');
    if (alias) {
      const { merchantId, cardId } = alias;
      const hold = holdFor(alias.merchantStatus);
      return { status: 'MATCHED', tier: 'ALIAS', on, card: null, candidates: [], hold, alias: { merchantId, cardId } };
    }
  }
  return undefined;
}
