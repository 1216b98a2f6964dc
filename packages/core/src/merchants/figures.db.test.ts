import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { after, DAY } from '../kernel/time.ts';
import { buildAlert, buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import { alertFigures, COUNT_LIMIT } from './detail-store.ts';
import { getMerchant } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

describe('A-064 a merchant’s alerts in figures', () => {
  it('A-064 counts all, those that wait for an answer, those held, and the last 30 days', async () => {
    const core = testCore({ db: database.db });
    const { id: merchantId } = await buildMerchant(core.db);
    const { actor } = await buildStaff(core.db);
    const now = core.now();
    const recent = after(now, -DAY);
    await buildAlert(core.db, { merchantId, alertTime: recent });
    const held = await buildAlert(core.db, { merchantId, alertTime: recent });
    await core.db
      .updateTable('chargebackAlerts')
      .set({ holdReason: 'MERCHANT_INACTIVE' })
      .where('id', '=', held.id)
      .execute();
    await buildAlert(core.db, { merchantId, alertTime: after(now, -31 * DAY) });
    const { alerts } = await execute(core, testCaller(actor), getMerchant, { id: merchantId });
    expect(alerts).toEqual({ total: 3, held: 1, needingAnswer: 2, last30Days: 2 });
  });

  it('stops at 10,000 and reads no more than that for each, whatever the table holds', async () => {
    const core = testCore({ db: database.db });
    const { id: merchantId } = await buildMerchant(core.db);
    const { id } = await buildAlert(core.db, { merchantId, alertTime: core.now() });
    await fill(core.db, id, COUNT_LIMIT + 2000);
    let figures: Awaited<ReturnType<typeof alertFigures>> | undefined;
    const read = await rowsRead(core.db, async (db) => {
      figures = await alertFigures({ db }, merchantId, core.now());
    });
    expect(figures).toMatchObject({ total: COUNT_LIMIT, needingAnswer: COUNT_LIMIT, last30Days: COUNT_LIMIT });
    // Each entry of an index once, and once more out of the bounded part.
    expect(read).toBeLessThan(3 * 2 * (COUNT_LIMIT + 100));
  });
});

/** Copies of one alert, a second apart. */
async function fill(db: TestDatabase['db'], id: number, n: number): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'chargeback_alerts'
      AND extra NOT LIKE '%GENERATED%' AND column_name NOT IN ('id', 'alert_id', 'alert_time')`.execute(db);
  const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
  const digits = sql`(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
    UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)`;
  await sql`
    INSERT INTO chargeback_alerts (alert_id, alert_time, ${columns})
    SELECT CONCAT('FILL-', ${id}, '-', numbers.n), DATE_SUB(alert_time, INTERVAL numbers.n SECOND), ${columns}
    FROM chargeback_alerts JOIN (
      SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
      FROM ${digits} a, ${digits} b, ${digits} c, ${digits} e, ${digits} f) numbers
    WHERE id = ${id} AND numbers.n < ${n}`.execute(db.withoutPlugins());
}
