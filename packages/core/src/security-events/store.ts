import { type Db, isDuplicateKey, type Tx } from '@forewarn/db';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { toPage } from '../kernel/page.ts';
import { after, DAY } from '../kernel/time.ts';
import type { SecurityEventKind, SecurityEventListInput, Severity } from './model.ts';
import type { Counter, KnownNetwork } from './rules.ts';

type Reads = Pick<Context, 'db'>;

export interface EventRow {
  atTime: Date;
  kind: SecurityEventKind;
  severity: Severity;
  realm: 'merchant' | 'staff' | null;
  subjectId: number | null;
  subjectName: string;
  merchantId: number | null;
  ip: string;
  userAgent: string;
  detail: string;
  windowKey: string;
}

/** The new row's number; undefined when its window has one already. */
export async function insertEvent(db: Db | Tx, row: EventRow): Promise<number | undefined> {
  try {
    const { insertId } = await db.insertInto('securityEvents').values(row).executeTakeFirstOrThrow();
    return Number(insertId);
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

/** Adds to a counter of one hour and answers its new total. */
export async function addToCounter(
  { db }: Reads,
  kind: Counter,
  subject: Buffer,
  windowStart: Date,
  by: number,
): Promise<number> {
  await db
    .insertInto('securityCounters')
    .values({ kind, subject, windowStart, total: by })
    .onDuplicateKeyUpdate({ total: sql`total + ${by}` })
    .execute();
  const row = await db
    .selectFrom('securityCounters')
    .select('total')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('windowStart', '=', windowStart)
    .executeTakeFirst();
  return Number(row?.total ?? by);
}

export async function networksOf(
  { db }: Reads,
  realm: 'merchant' | 'staff',
  subjectId: number,
  since: Date,
): Promise<KnownNetwork[]> {
  return db
    .selectFrom('knownNetworks')
    .select(['network', 'country'])
    .where('realm', '=', realm)
    .where('subjectId', '=', subjectId)
    .where('lastSeenTime', '>=', since)
    .execute();
}

export async function keepNetwork(
  { db }: Reads,
  realm: 'merchant' | 'staff',
  subjectId: number,
  { network, country }: KnownNetwork,
  now: Date,
): Promise<void> {
  await db
    .insertInto('knownNetworks')
    .values({ realm, subjectId, network, country, createdTime: now, lastSeenTime: now })
    .onDuplicateKeyUpdate({ lastSeenTime: now, ...(country !== '' && { country }) })
    .execute();
}

const COLUMNS = [
  'id',
  'atTime',
  'kind',
  'severity',
  'realm',
  'subjectId',
  'subjectName',
  'merchantId',
  'ip',
  'userAgent',
  'detail',
  'acknowledgedTime',
  'acknowledgedName',
  'note',
] as const;

export async function eventPage({ db }: Reads, input: z.output<typeof SecurityEventListInput>) {
  let rows = db.selectFrom('securityEvents');
  if (input.kind) rows = rows.where('kind', '=', input.kind);
  if (input.severity) rows = rows.where('severity', '=', input.severity);
  if (input.realm) rows = rows.where('realm', '=', input.realm);
  if (input.subjectId) rows = rows.where('subjectId', '=', input.subjectId);
  if (input.state) rows = rows.where('acknowledgedTime', input.state === 'open' ? 'is' : 'is not', null);
  if (input.from) rows = rows.where('atTime', '>=', new Date(input.from));
  if (input.to) rows = rows.where('atTime', '<', new Date(input.to));
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const records = await rows
    .select(COLUMNS)
    .orderBy('atTime', 'desc')
    .orderBy('id', 'desc')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  return toPage(input, Number(total), records);
}

export function eventById({ db }: Reads, id: number) {
  return db.selectFrom('securityEvents').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}
export type StoredEvent = NonNullable<Awaited<ReturnType<typeof eventById>>>;

/** Whoever acknowledges first is the one who stands there. */
export async function acknowledge(
  { db }: Reads,
  id: number,
  by: { ref: string; name: string; note: string; now: Date },
): Promise<void> {
  await db
    .updateTable('securityEvents')
    .set({ acknowledgedTime: by.now, acknowledgedBy: by.ref, acknowledgedName: by.name.slice(0, 100), note: by.note })
    .where('id', '=', id)
    .where('acknowledgedTime', 'is', null)
    .execute();
}

/** Stops at 1,000: more than that is "many" to anybody. */
export async function openEvents({ db }: Reads): Promise<number> {
  const rows = await db
    .selectFrom('securityEvents')
    .select('id')
    .where('acknowledgedTime', 'is', null)
    .where('severity', '<>', 'INFO')
    .limit(1000)
    .execute();
  return rows.length;
}

const THRESHOLDS = 'security.thresholds';

export async function readThresholdSettings({ db }: Reads): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', THRESHOLDS).executeTakeFirst();
  if (!row) return {};
  return typeof row.value === 'string' ? JSON.parse(row.value) : row.value;
}

export async function writeThresholdSettings({ db }: Reads, value: object, by: string, now: Date): Promise<void> {
  const row = { value: JSON.stringify(value), updatedBy: by, updatedTime: now };
  await db
    .insertInto('settings')
    .values({ name: THRESHOLDS, ...row })
    .onDuplicateKeyUpdate(row)
    .execute();
}

/** Counters after two days, networks after 90, events after as many as are set. A batch of each; answers how many rows went. */
export async function purgeSecurityTraces(db: Db, now: Date, retentionDays: number): Promise<number> {
  const counters = await db
    .deleteFrom('securityCounters')
    .where('windowStart', '<', after(now, -2 * DAY))
    .limit(1000)
    .executeTakeFirst();
  const networks = await db
    .deleteFrom('knownNetworks')
    .where('lastSeenTime', '<', after(now, -NETWORKS_KEPT))
    .limit(1000)
    .executeTakeFirst();
  const events = await db
    .deleteFrom('securityEvents')
    .where('atTime', '<', after(now, -retentionDays * DAY))
    .limit(1000)
    .executeTakeFirst();
  return [counters, networks, events].reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
export const NETWORKS_KEPT = 90 * DAY;
