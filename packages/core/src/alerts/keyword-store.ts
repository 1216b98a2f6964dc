import { sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { alertsBy, type Reach } from './counts-store.ts';

/** What a search word means, looked up by index first: rows whose ids start with it, and the descriptors that hold it. */
export interface KeywordHits {
  ids: number[];
  descriptors: string[];
  /** More ids start with it than were looked up. */
  cut: boolean;
}

const KEYWORD_IDS = 1000;
const KEYWORD_DESCRIPTORS = 50;
/** Descriptors are few; past this many only those that start with the word are found. */
const DESCRIPTORS_READ = 2000;

const IDS = [
  ['a.alertId', 'idx_merchant_alert', 'uk_alert_id'],
  ['a.transactionId', 'idx_merchant_transaction', 'idx_transaction'],
  ['a.orderId', 'idx_merchant_order', 'idx_order'],
] as const;

export async function findKeyword(ctx: Context, reach: Reach, text: string): Promise<KeywordHits> {
  const start = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const byId = IDS.map(([column, own, all]) =>
    alertsBy(ctx, reach, reach === 'all' ? all : own)
      .select('a.id')
      .where(column, 'like', start)
      .limit(KEYWORD_IDS)
      .execute(),
  );
  const [descriptors, ...found] = await Promise.all([findDescriptors(ctx, reach, text, start), ...byId]);
  return {
    ids: [...new Set(found.flat().map((row) => row.id))],
    descriptors,
    cut: found.some((rows) => rows.length === KEYWORD_IDS),
  };
}

/** `shop` finds ACME*SHOP: every descriptor of the reach is read once, by jumping through the index. */
async function findDescriptors(ctx: Context, reach: Reach, text: string, start: string): Promise<string[]> {
  const rows = alertsBy(ctx, reach, reach === 'all' ? 'idx_descriptor' : 'idx_merchant_descriptor').select(
    'a.descriptor',
  );
  const known = await rows.groupBy('a.descriptor').limit(DESCRIPTORS_READ).execute();
  const wanted = text.toUpperCase();
  const holding = known.flatMap(({ descriptor }) => (descriptor?.toUpperCase().includes(wanted) ? [descriptor] : []));
  if (known.length < DESCRIPTORS_READ) return holding.slice(0, KEYWORD_DESCRIPTORS);
  const starting = await rows
    .where('a.descriptor', 'like', sql<string>`${start.toUpperCase()}`)
    .groupBy('a.descriptor')
    .limit(KEYWORD_DESCRIPTORS)
    .execute();
  const all = [...starting.flatMap(({ descriptor }) => (descriptor === null ? [] : [descriptor])), ...holding];
  return [...new Set(all)].slice(0, KEYWORD_DESCRIPTORS);
}
