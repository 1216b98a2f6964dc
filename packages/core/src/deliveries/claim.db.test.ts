import { inTransaction } from '@forewarn/db';
import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { buildStaff, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { listDeliveries } from './index.ts';
import { claimDeliveries, dueDeliveries, finishDeliveries } from './ingest-store.ts';
import { listDeliveryRows } from './store.ts';

let database: TestDatabase;
let core: TestCore;

/** 20,000 deliveries: nearly all done, 60 set aside, 200 due. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  await sql`
    INSERT INTO provider_deliveries (provider, kind, dedup_key, body_sha256, body_enc, key_id, received_time, status, next_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
      numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 100)
    SELECT 'default', 'alert', CONCAT('A-', n), UNHEX(SHA2(n, 256)), 'x', 'k', '2026-11-21' + INTERVAL n SECOND,
      IF(n % 100 = 0, 0, IF(n % 333 = 1, 2, 1)), '2026-11-21' + INTERVAL n SECOND
    FROM numbers`.execute(core.db);
  await sql`ANALYZE TABLE provider_deliveries`.execute(core.db);
});
afterAll(() => database.drop());

const claim = (token: string, limit = 50) => claimDeliveries(core.db, { now: core.now(), limit, lease: MINUTE, token });

describe('claiming deliveries', () => {
  it('is served by k_due without a sort', async () => {
    const [plan] = await explain(core.db, dueDeliveries(core.db, core.now(), 50));
    expect(plan).toMatchObject({ key: 'k_due', type: 'range' });
    expect(plan?.Extra).not.toMatch(/filesort|temporary/);
    expect(await rowsRead(core.db, (db) => dueDeliveries(db, core.now(), 50).execute())).toBeLessThan(120);
  });

  it('locks what it takes and no more: another claim gets the next, new deliveries are written meanwhile', async () => {
    await inTransaction(core.db, async (tx) => {
      const mine = await dueDeliveries(tx, core.now(), 50).execute();
      const theirs = await inTransaction(core.db, (other) => dueDeliveries(other, core.now(), 50).execute());
      expect([mine.length, theirs.length]).toEqual([50, 50]);
      expect(theirs.filter(({ id }) => mine.some((row) => row.id === id))).toEqual([]);
      await sql`INSERT INTO provider_deliveries (provider, kind, dedup_key, body_sha256, body_enc, key_id, received_time, status, next_time)
        VALUES ('default', 'alert', 'NEW', UNHEX(SHA2('new', 256)), 'x', 'k', NOW(3), 1, '2026-11-20')`.execute(
        core.db,
      );
    });
  });

  it('finishing after another has taken over throws, and the whole transaction is undone', async () => {
    const [first, second] = await claim('slow', 2);
    if (!first || !second) throw new Error('two were due');
    core.clock.advance(MINUTE + 1);
    const again = await claim('quick', 200);
    expect(again.map(({ id }) => id)).toContain(first.id);
    const finishing = inTransaction(core.db, async (tx) => {
      await tx.updateTable('settings').set({ updatedBy: 'x' }).execute();
      await tx
        .insertInto('settings')
        .values({ name: 'trace', value: '1', updatedBy: 'x', updatedTime: core.now() })
        .execute();
      await finishDeliveries(tx, [first.id, second.id], 'slow', core.now());
    });
    await expect(finishing).rejects.toThrow('lease');
    expect(await core.db.selectFrom('settings').select('name').execute()).toEqual([]);
    const row = await core.db
      .selectFrom('providerDeliveries')
      .select(['status', 'leaseToken', 'nextTime'])
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ status: 0, leaseToken: 'quick', nextTime: after(core.now(), MINUTE) });
  });
});

describe('the list of deliveries', () => {
  it.each([undefined, 'DUE', 'DONE', 'QUARANTINED'] as const)(
    'state %s reads little more than it shows',
    async (state) => {
      const { actor } = await buildStaff(core.db);
      const input = { size: 20, ...(state && { state }) };
      const page = await execute(core, testCaller(actor), listDeliveries, input);
      expect(page.records).toHaveLength(20);
      expect(page.records.map(({ id }) => id)).toEqual(page.records.map(({ id }) => id).toSorted((a, b) => b - a));
      const read = await rowsRead(core.db, (db) => listDeliveryRows(db, state, { page: 1, size: 20 }));
      // The total is counted to 10,000, by index alone.
      expect(read).toBeLessThan(2 * page.total + 500);
    },
  );
});
