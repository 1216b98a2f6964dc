import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { type Compilable, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '../kernel/context.ts';
import { after, DAY } from '../kernel/time.ts';
import { testClock } from '../testing/index.ts';
import {
  attemptOf,
  deleteJobs,
  dueQuery,
  insertJob,
  jobsWithParts,
  ownJob,
  ownJobsQuery,
  updateLeased,
} from './store.ts';

const now = testClock().now();
const ME = { ownerRealm: 'staff', ownerId: 7 } as const;
const mine = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let database: TestDatabase;
/** 40,000 jobs of the last forty days; 200 people, of whom one has asked for a fifth of all; ten due. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  await sql`
    INSERT INTO export_jobs (id, owner_realm, owner_id, slot_owner, status, format, locale, time_zone, filter, parts, packed_size, next_time, created_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
      jobs AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b)
    SELECT CONCAT('00000000-0000-7000-8000-', LPAD(n, 12, '0')), 'staff', IF(n % 5 = 0, 7, 100 + n % 199), CONCAT('staff:', n),
      IF(n % 4000 = 1, 'RUNNING', IF(n < 30000, 'EXPIRED', 'DONE')), 'csv', 'en', 'UTC', '{}', IF(n < 30000 AND n % 4000 <> 1, '[]', '[1,1]'),
      IF(n < 30000 AND n % 4000 <> 1, 0, 100), IF(n < 30000 AND n % 4000 <> 1, NULL, IF(n % 4000 = 1, ${now}, ${after(now, DAY)})),
      ${after(now, -40 * DAY)} + INTERVAL n MINUTE
    FROM jobs`.execute(database.db);
  await sql`ANALYZE TABLE export_jobs`.execute(database.db);
}, 60_000);
afterAll(() => database.drop());

const QUERIES: Record<string, [key: string, most: number, query: (db: Executor) => Compilable]> = {
  'the next job that is due': ['k_export_due', 5, (db) => dueQuery(db, now)],
  'one’s own jobs, of one who has thousands': ['k_export_owner', 55, (db) => ownJobsQuery(db, ME)],
  'one’s own jobs, of one who has none': ['k_export_owner', 5, (db) => ownJobsQuery(db, { ...ME, ownerId: 6 })],
};

describe('A-371 exports stay cheap', () => {
  it.each(Object.entries(QUERIES))('%s: by the index, without sorting', async (_, [key, most, query]) => {
    const [plan, ...more] = await explain(database.db, query(database.db));
    expect([plan?.key, more]).toEqual([key, []]);
    expect(plan?.type).toMatch(/^(range|ref)$/);
    expect(plan?.Extra).not.toMatch(/filesort|temporary/i);
    expect(await rowsRead(database.db, async (db) => db.executeQuery(query(db)))).toBeLessThanOrEqual(most);
  });

  it('one job, its lease, and a part’s try: by the primary key', async () => {
    const id = mine(39_995);
    expect(await rowsRead(database.db, (db) => ownJob(db, ME, id))).toBeLessThanOrEqual(2);
    expect(await rowsRead(database.db, (db) => attemptOf(db, id, 1))).toBeLessThanOrEqual(2);
    const leased = { id, leaseToken: null };
    expect(await rowsRead(database.db, (db) => updateLeased(db, leased, { doneRows: 1 }))).toBeLessThanOrEqual(2);
  });

  it('a free place costs nothing to find, three taken ones three lookups', async () => {
    const job = {
      ...ME,
      slotOwner: 'staff:7',
      format: 'csv',
      locale: 'en',
      timeZone: 'UTC',
      filter: '{}',
      parts: '[]',
    } as const;
    const place = (n: number) => (db: Executor) => insertJob(db, { ...job, id: mine(50_000 + n), createdTime: now });
    for (let n = 0; n < 4; n++) expect(await rowsRead(database.db, place(n))).toBeLessThanOrEqual(3);
  });

  it('a walk over the parts goes on where it was, whatever lies before', async () => {
    expect(await rowsRead(database.db, (db) => jobsWithParts(db, mine(30_000), 100))).toBeLessThanOrEqual(110);
  });

  it('forgetting reads the old ones alone, and nothing when there are none', async () => {
    const before = after(now, -30 * DAY);
    let gone = 0;
    const read = await rowsRead(database.db, async (db) => {
      gone = await deleteJobs(db, before);
    });
    expect(gone).toBe(500);
    expect(read).toBeLessThanOrEqual(1050);
    expect(await rowsRead(database.db, (db) => deleteJobs(db, after(now, -41 * DAY)))).toBeLessThanOrEqual(3);
  });
});
