import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMerchant } from '../testing/index.ts';
import { aliasesFor, aliasQuery } from './alias-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  const merchant = await buildMerchant(database.db);
  await sql`
    INSERT INTO descriptor_aliases (match_descriptor, card_bin, descriptor, merchant_id, reason, created_by, created_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 99)
    SELECT CONCAT('SHOP', a.n * 100 + b.n), '', CONCAT('SHOP ', a.n * 100 + b.n), ${merchant.id}, 'told', 'staff:1', '2026-01-01'
    FROM few a JOIN few b WHERE a.n < 50`.execute(database.db);
  await sql`ANALYZE TABLE descriptor_aliases`.execute(database.db);
}, 60_000);
afterAll(() => database.drop());

describe('A-358 what was learnt of a batch’s descriptors is read by its key', () => {
  const descriptors = ['SHOP7', 'SHOP77', 'SHOP777', 'UNHEARD OF'];

  it('by uk_alias, without a sort', async () => {
    const plan = await explain(database.db, aliasQuery(database.db, descriptors));
    const aliases = plan.find(({ table }) => table === 'd');
    expect(aliases?.key).toBe('uk_alias');
    expect(['range', 'ref']).toContain(aliases?.type);
    for (const { Extra: extra } of plan) expect(extra ?? '').not.toMatch(/filesort|temporary/);
  });

  it('and few rows of 5,000', async () => {
    expect(await aliasesFor(database.db, descriptors)).toHaveLength(3);
    expect(await rowsRead(database.db, (db) => aliasQuery(db, descriptors).execute())).toBeLessThan(15);
  });
});
