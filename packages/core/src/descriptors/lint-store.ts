import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Context } from '../kernel/context.ts';

type Reads = Pick<Context, 'db'>;

/** More descriptors than this no merchant has; those beyond are not compared. */
const DESCRIPTORS = 1000;
/** Beyond this "how often" no longer matters. */
export const SEEN_LIMIT = 100;

/** The descriptors in the merchant's alerts, each once: steps through their index from one to the next (a loose scan), so it reads no more. */
export async function descriptorsOf(reads: Reads, merchantId: number): Promise<string[]> {
  const rows = await descriptorsQuery(reads, merchantId).execute();
  return rows.flatMap(({ descriptor }) => (descriptor === null ? [] : [descriptor]));
}

export function descriptorsQuery({ db }: Reads, merchantId: number) {
  return db
    .selectFrom(sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (idx_merchant_descriptor)`))
    .select('a.descriptor')
    .where('a.merchantId', '=', merchantId)
    .groupBy(['a.merchantId', 'a.descriptor'])
    .limit(DESCRIPTORS);
}

/** How often the merchant has seen it, up to {@link SEEN_LIMIT}, and when last; held alerts apart. */
export async function seenAs({ db }: Reads, merchantId: number, descriptor: string) {
  const rows = await db
    .selectFrom('chargebackAlerts')
    .select('alertTime')
    .where('merchantId', '=', merchantId)
    .where('descriptor', '=', descriptor)
    .where('holdReason', 'is', null)
    .orderBy('id', 'desc')
    .limit(SEEN_LIMIT)
    .execute();
  const times = rows.map((row) => row.alertTime.getTime());
  return { count: times.length, lastSeen: new Date(Math.max(0, ...times)) };
}

/** Which of these the merchant has an open card for. */
export async function enrolledAmong({ db }: Reads, merchantId: number, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('merchantCards')
    .select('matchDescriptor')
    .distinct()
    .where('matchDescriptor', 'in', [...keys])
    .where('status', 'in', ['DRAFT', 'PENDING', 'REGISTERED', 'FAILED'])
    .where('merchantId', '=', merchantId)
    .execute();
  return rows.map((row) => row.matchDescriptor);
}
