import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Context } from '../kernel/context.ts';
import { parseAmount } from '../kernel/money.ts';
import type { OpenCard, SeenGroup } from './coverage-gaps.ts';
import { COVERAGE_ALERTS } from './model.ts';

type Reads = Pick<Context, 'db'>;

const CARRIED = ['descriptor', 'descriptorRegister', 'cardBin', 'caid', 'program', 'matchTier', 'currency'] as const;

const byIndex = (index: string) =>
  sql<DB['chargebackAlerts']>`chargeback_alerts`.as<'a'>(sql`a FORCE INDEX (${sql.raw(index)})`);

/** The merchant's newest alerts, those it may see. */
function merchantAlerts({ db }: Reads, merchantId: number, from: Date) {
  return db
    .selectFrom(byIndex('idx_merchant_time'))
    .where('a.merchantId', '=', merchantId)
    .where('a.alertTime', '>=', from)
    .where('a.holdReason', 'is', null)
    .orderBy('a.alertTime', 'desc')
    .orderBy('a.id', 'desc')
    .limit(COVERAGE_ALERTS);
}

/** The newest alerts that wait for an admin; by deadline, as the queue's index has them. */
function waitingAlerts({ db }: Reads, from: Date) {
  return db
    .selectFrom(byIndex('idx_queue'))
    .where('a.needsAdmin', '=', 1)
    .where('a.deadline', '>=', from)
    .orderBy('a.deadline', 'desc')
    .orderBy('a.id', 'desc')
    .limit(COVERAGE_ALERTS);
}

/** How many alerts are looked at: {@link COVERAGE_ALERTS} means there may be more. */
async function countOf({ db }: Reads, alerts: ReturnType<typeof merchantAlerts>): Promise<number> {
  const { total } = await db
    .selectFrom(alerts.select('a.id').as('looked'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Counted together what carried the same, of those that a condition picks. */
function groupsOf({ db }: Reads, alerts: ReturnType<typeof merchantAlerts>, unmatched: boolean) {
  const looked = alerts
    .select(['a.id', 'a.alertTime', 'a.amount', 'a.matchStatus', ...CARRIED.map((column) => `a.${column}` as const)])
    .as('looked');
  return db
    .selectFrom(looked)
    .where((eb) =>
      unmatched
        ? eb('looked.matchStatus', '=', 'UNMATCHED')
        : eb('looked.matchTier', 'in', ['EMPTY_CAID', 'DESCRIPTOR', 'ALIAS', 'MANUAL']),
    )
    .groupBy(CARRIED.map((column) => `looked.${column}` as const))
    .select(CARRIED.map((column) => `looked.${column}` as const))
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('looked.alertTime').as('lastTime'),
      eb.fn.max('looked.id').as('newestId'),
      eb.fn.sum<string>('looked.amount').as('amount'),
    ]);
}

type GroupRow = Awaited<ReturnType<ReturnType<typeof groupsOf>['execute']>>[number];

function toGroup(row: GroupRow): SeenGroup {
  return {
    ...row,
    count: Number(row.count),
    newestId: Number(row.newestId),
    amount: parseAmount(row.amount) ?? 0n,
  };
}

export interface Seen {
  groups: SeenGroup[];
  alerts: number;
}

/** Of the merchant's alerts: those that found it otherwise than exactly. */
export async function seenByMerchant(reads: Reads, merchantId: number, from: Date): Promise<Seen> {
  const alerts = merchantAlerts(reads, merchantId, from);
  const [rows, counted] = await Promise.all([groupsOf(reads, alerts, false).execute(), countOf(reads, alerts)]);
  return { groups: rows.map(toGroup), alerts: counted };
}

/** Of all alerts that found nobody. */
export async function seenUnmatched(reads: Reads, from: Date): Promise<Seen> {
  const alerts = waitingAlerts(reads, from);
  const [rows, counted] = await Promise.all([groupsOf(reads, alerts, true).execute(), countOf(reads, alerts)]);
  return { groups: rows.map(toGroup), alerts: counted };
}

export async function openCards({ db }: Reads, merchantId: number): Promise<OpenCard[]> {
  return db
    .selectFrom('merchantCards')
    .select(['program', 'matchDescriptor', 'cardBin', 'matchCaid'])
    .where('merchantId', '=', merchantId)
    .where('status', '<>', 'CLOSED')
    .execute();
}

const AT_ONCE = 500;

/** Which of these descriptors, in the compared form, somebody has an open card for. */
export async function enrolledDescriptors({ db }: Reads, keys: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('merchantCards')
      .select('matchDescriptor')
      .distinct()
      .where('matchDescriptor', 'in', keys.slice(at, at + AT_ONCE))
      .where('status', 'in', ['DRAFT', 'PENDING', 'REGISTERED', 'FAILED'])
      .execute();
    for (const { matchDescriptor } of rows) found.add(matchDescriptor);
  }
  return found;
}

/** An alert with what a card could take from it. */
export async function carriedBy({ db }: Reads, id: number) {
  return db
    .selectFrom('chargebackAlerts')
    .select(['merchantId', 'holdReason', 'descriptor', 'descriptorRegister', 'cardBin', 'caid', 'program'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function merchantEmail({ db }: Reads, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('merchants').select('email').where('id', '=', id).executeTakeFirst();
  return row?.email;
}
