import type { Executor } from '../kernel/context.ts';
import type { LearntAlias } from './match-alias.ts';

/** What has been learnt of these descriptors (in the compared form); served by uk_alias. */
export async function aliasesFor(db: Executor, matchDescriptors: readonly string[]): Promise<LearntAlias[]> {
  if (matchDescriptors.length === 0) return [];
  return aliasQuery(db, matchDescriptors).execute();
}

/** Exported for the EXPLAIN test. */
export function aliasQuery(db: Executor, matchDescriptors: readonly string[]) {
  return db
    .selectFrom('descriptorAliases as d')
    .innerJoin('merchants as m', 'm.id', 'd.merchantId')
    .where('d.matchDescriptor', 'in', [...matchDescriptors])
    .select(['d.matchDescriptor', 'd.cardBin', 'd.merchantId', 'd.cardId', 'm.status as merchantStatus']);
}
