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
const DESCRIPTORS_READ = 100;

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

/**
 * `shop` finds ACME*SHOP: a merchant's descriptors are few, and the next one is one jump in the index (`GROUP BY` may read every alert).
 * Staff, and merchants with very many, find those that start with the word.
 */
async function findDescriptors(ctx: Context, reach: Reach, text: string, start: string): Promise<string[]> {
  const rows = alertsBy(ctx, reach, reach === 'all' ? 'idx_descriptor' : 'idx_merchant_descriptor').select(
    'a.descriptor',
  );
  const wanted = text.toUpperCase();
  const found: string[] = [];
  const read = async (after: string, prefix?: string) => {
    let next = rows.where('a.descriptor', '>', after).orderBy('a.descriptor').limit(1);
    if (prefix !== undefined) next = next.where('a.descriptor', 'like', prefix);
    return (await next.executeTakeFirst())?.descriptor ?? undefined;
  };
  let last: string | undefined = '';
  for (let jumps = 0; reach !== 'all' && jumps < DESCRIPTORS_READ && last !== undefined; jumps++) {
    last = await read(last);
    if (last?.toUpperCase().includes(wanted)) found.push(last);
  }
  if (last === undefined) return found.slice(0, KEYWORD_DESCRIPTORS);
  const starting: string[] = [];
  for (let at = await read('', start.toUpperCase()); at !== undefined && starting.length < KEYWORD_DESCRIPTORS; ) {
    starting.push(at);
    at = await read(at, start.toUpperCase());
  }
  return [...new Set([...starting, ...found])].slice(0, KEYWORD_DESCRIPTORS);
}
