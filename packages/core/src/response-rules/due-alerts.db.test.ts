import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { after, HOUR, MINUTE } from '../kernel/time.ts';
import { buildMerchant, testCore } from '../testing/index.ts';
import { dueAlertsQuery } from './run-store.ts';

let database: TestDatabase;
let merchantId: number;
const NOW = new Date('2026-11-22T00:00:00.000Z');

/** 120,000 alerts, two thirds of them one merchant's: a deadline a minute, one in ten still waits for its answer. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  const core = testCore({ db: database.db });
  merchantId = (await buildMerchant(core.db)).id;
  const other = (await buildMerchant(core.db)).id;
  await sql`
    INSERT INTO chargeback_alerts (alert_id, merchant_id, amount, currency, alert_time, deadline, risk_level, match_status, match_tier,
      process_status, feedback_status, delivery_id, content_sha256, created_time, updated_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 399),
      numbers AS (SELECT a.n * 400 + b.n AS n FROM few a JOIN few b WHERE a.n < 300)
    SELECT CONCAT('due-', n), IF(n % 3 = 0, ${other}, ${merchantId}), 1, 'USD', '2026-11-21', ${NOW} + INTERVAL n - 60000 MINUTE, 'LOW', 'MATCHED',
      'EXACT', IF(n % 10 = 0, 'PENDING', 'PROCESSED'), IF(n % 10 = 0, 'NONE', 'ACCEPTED'), n, REPEAT('x', 32), '2026-11-21', '2026-11-21'
    FROM numbers`.execute(core.db);
  await sql`ANALYZE TABLE chargeback_alerts`.execute(core.db);
}, 180_000);
afterAll(() => database.drop());

describe('what the rules look for, among 120,000 alerts', () => {
  const soon = (from?: { deadline: Date; id: number }, limit = 200) => ({
    ...{ merchantId, now: NOW, until: after(NOW, 12 * HOUR), limit },
    ...(from && { from }),
  });

  it('is read along its index, in its order: as many rows as there are, not as the table has', async () => {
    const [plan] = await explain(database.db, dueAlertsQuery(database.db, soon()));
    expect(plan).toMatchObject({ key: 'idx_merchant_due' });
    expect(plan?.Extra).not.toMatch(/filesort|temporary/);
    const found = await dueAlertsQuery(database.db, soon()).execute();
    expect(found).toHaveLength(48);
    expect(await rowsRead(database.db, (db) => dueAlertsQuery(db, soon()).execute())).toBeLessThan(120);
  });

  it('and a batch behind another costs what a batch costs', async () => {
    const all = await dueAlertsQuery(database.db, soon()).execute();
    const from = all[19];
    if (!from) throw new Error('too few');
    const next = await dueAlertsQuery(database.db, soon(from, 10)).execute();
    expect(next.map(({ id }) => id)).toEqual(all.slice(20, 30).map(({ id }) => id));
    expect(await rowsRead(database.db, (db) => dueAlertsQuery(db, soon(from, 10)).execute())).toBeLessThan(40);
  });

  it('a merchant with nothing due costs next to nothing', async () => {
    const nothing = { merchantId, now: NOW, until: after(NOW, MINUTE / 2), limit: 200 };
    expect(await rowsRead(database.db, (db) => dueAlertsQuery(db, nothing).execute())).toBeLessThan(5);
  });
});
