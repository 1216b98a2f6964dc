import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InterfaceCallListInput } from './model.ts';
import { callQueries } from './store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  await sql`
    INSERT INTO interface_calls (at_time, direction, operation, method, url, outcome, duration_ms, subject)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 99)
    SELECT '2026-01-01' + INTERVAL (a.n * 100 + b.n) MINUTE, 'OUT', 'provider.feedback', 'POST', 'https://x', 'DONE', 5,
      CONCAT('alert:A-', (a.n * 100 + b.n) % 1000) FROM few a JOIN few b WHERE a.n < 50`.execute(database.db);
  await sql`ANALYZE TABLE interface_calls`.execute(database.db);
}, 60_000);
afterAll(() => database.drop());

describe('A-248 A-249 the calls of one alert are read by the index of its subject', () => {
  const input = InterfaceCallListInput.parse({ subject: 'alert:A-7', page: 1, size: 20 });

  it('in their order, without a sort', async () => {
    const { count, rows } = callQueries(database.db, input);
    for (const query of [count, rows]) {
      const [plan] = await explain(database.db, query);
      expect([plan?.type, plan?.key]).toEqual(['ref', 'k_calls_subject']);
      expect(plan?.Extra ?? '').not.toMatch(/filesort|temporary/);
    }
  });

  it('and no others are touched', async () => {
    expect(await callQueries(database.db, input).rows.execute()).toHaveLength(5);
    expect(await rowsRead(database.db, (db) => callQueries(db, input).rows.execute())).toBeLessThan(10);
  });
});
