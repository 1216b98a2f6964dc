import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../kernel/time.ts';
import { type TestCore, testCore } from '../testing/index.ts';
import { claimEffects, dueRows, overdueEffects } from './store.ts';

let database: TestDatabase;
let core: TestCore;

/** 20,000 effects of two lanes: nearly all done, a hundredth due. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  await sql`
    INSERT INTO outbox (lane, topic, effect_key, payload, status, next_time, created_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
      numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 100)
    SELECT IF(n % 2, 'mail', 'provider'), 'mail.send', CONCAT('k', n), '{}', IF(n % 100 < 2, 0, 1), '2026-11-21' + INTERVAL n SECOND, '2026-11-21'
    FROM numbers`.execute(core.db);
  await sql`ANALYZE TABLE outbox`.execute(core.db);
});
afterAll(() => database.drop());

describe('claiming effects', () => {
  it.each(['provider', 'mail'] as const)('lane %s is served by k_due without a sort', async (lane) => {
    const [plan] = await explain(core.db, dueRows(core.db, lane, core.now(), 25));
    expect(plan).toMatchObject({ key: 'k_due', type: 'range' });
    expect(plan?.Extra).not.toMatch(/filesort|temporary/);
    expect(await rowsRead(core.db, (db) => dueRows(db, lane, core.now(), 25).execute())).toBeLessThan(60);
  });

  it('many workers at once: each effect is claimed once', async () => {
    const options = { lane: 'mail', now: core.now(), lease: 30 * SECOND } as const;
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) => claimEffects(core.db, { ...options, limit: 10, token: `t${n}` })),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(80);
    const attempts = await core.db.selectFrom('effectAttempts').select('outboxId').execute();
    expect(attempts.map(({ outboxId }) => outboxId).sort()).toEqual(ids.toSorted());
  });

  it('what is overdue is counted by the same index', async () => {
    const read = await rowsRead(core.db, (db) => overdueEffects(db, 'provider', core.now()));
    expect(read).toBeLessThan(220);
  });
});
