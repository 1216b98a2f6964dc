import { normalizeKey, registeredCards } from '../cards/index.ts';
import type { Executor } from '../kernel/context.ts';
import { aliasesFor } from './alias-store.ts';
import type { IncomingAlert } from './incoming.ts';
import { matchSettings } from './intake-store.ts';
import { type MatchResult, matchAlert } from './match.ts';
import { matchAlias } from './match-alias.ts';

type Keyed = Pick<IncomingAlert, 'descriptor' | 'descriptorRegister'>;
type Matchable = Keyed & Pick<IncomingAlert, 'cardBin' | 'caid' | 'program'>;
type StoredCard = Awaited<ReturnType<typeof candidateCards>>[number];

/** Matches a batch: the document's three tiers, then learnt descriptors for what these left over (one query, none when nothing is left). */
export async function matchAll(tx: Executor, alerts: readonly Matchable[]): Promise<MatchResult<StoredCard>[]> {
  const cards = await candidateCards(tx, alerts);
  const settings = await matchSettings(tx);
  const matches = alerts.map((alert) => matchAlert(alert, cards, settings));
  const left = alerts.filter((_, index) => matches[index]?.tier === null);
  const aliases = await aliasesFor(tx, keysOf(left));
  if (aliases.length === 0) return matches;
  return matches.map((match, index) => {
    const alert = alerts[index];
    return match.tier === null && alert ? (matchAlias(alert, aliases) ?? match) : match;
  });
}

/** The REGISTERED cards that any of these alerts could mean. */
export function candidateCards(tx: Executor, alerts: readonly Keyed[]) {
  return registeredCards(tx, keysOf(alerts));
}

function keysOf(alerts: readonly Keyed[]): string[] {
  const keys = new Set(
    alerts.flatMap((alert) => [normalizeKey(alert.descriptor), normalizeKey(alert.descriptorRegister)]),
  );
  keys.delete('');
  return [...keys];
}
