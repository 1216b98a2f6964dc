import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMerchant } from '../testing/index.ts';
import { importRows, rowPage, tallies } from './row-store.ts';
import { forgetImports, importPage, lastMapping, openTwin, strandedImports } from './store.ts';

let database: TestDatabase;
let merchantId: number;
const LARGE = '00000000-0000-7000-8000-000000000000';
const HEADER = Buffer.alloc(32, 1);

/** 4,000 imports of 40 merchants, 20,000 lines of two imports. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  const { db } = database;
  const merchants = [];
  for (let n = 0; n < 40; n++) merchants.push(await buildMerchant(db));
  merchantId = merchants[0]?.id ?? 0;
  await sql`
    INSERT INTO card_imports (id, merchant_id, status, file_name, sha256, header_sha256, mapping, created_by, created_name, created_time, touched_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
      numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 20)
    SELECT IF(n = 0, ${LARGE}, UUID()), ${merchantId} + n % 40, 'DONE', 'a.csv', UNHEX(REPEAT('00', 32)), ${HEADER}, '{}', 'x', 'x',
      '2026-01-01' + INTERVAL n MINUTE, '2026-01-01'
    FROM numbers`.execute(db);
  await sql`
    INSERT INTO card_import_rows (import_id, line, cells_enc, verdict, faults)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
      numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 100)
    SELECT i.id, n, 'x', IF(n % 1000 = 0, 'ERROR', 'READY'), '[]' FROM numbers
    JOIN (SELECT id FROM card_imports ORDER BY created_time LIMIT 2) i ON (i.id = ${LARGE}) = (n % 4 = 0)`.execute(db);
  await sql`ANALYZE TABLE card_imports, card_import_rows`.execute(db);
});
afterAll(() => database.drop());

it('A-073 the history reads what it counts, not everybody’s', async () => {
  const read = await rowsRead(database.db, async (db) => {
    const { total, records } = await importPage(db, merchantId, { page: 1, size: 10 });
    expect([total, records.length]).toEqual([100, 10]);
  });
  expect(read).toBeLessThan(150);
});

it('A-386 a page of lines reads this import’s at most, whatever others there are', async () => {
  const problems = await rowsRead(database.db, async (db) => {
    const { total } = await rowPage(db, LARGE, 'PROBLEM', { page: 1, size: 20 });
    expect(total).toBe(20);
  });
  // By verdict, or by line until the page is full: the server chooses.
  expect(problems).toBeLessThan(5200);
  const chunk = await rowsRead(database.db, async (db) => {
    const rows = await importRows(db, LARGE, 'READY', 50);
    expect(rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line).toSorted((a, b) => a - b));
  });
  expect(chunk, 'the lines of this import at most').toBeLessThan(11_000);
  const counted = await rowsRead(database.db, async (db) => {
    expect((await tallies(db, LARGE)).reduce((sum, { count }) => sum + count, 0)).toBe(5000);
  });
  expect(counted).toBeLessThan(5100);
});

it('what is asked at each upload, and each half minute, reads a few rows', async () => {
  const read = await rowsRead(database.db, async (db) => {
    await lastMapping(db, merchantId, HEADER);
    await openTwin(db, merchantId, Buffer.alloc(32, 9), new Date('2026-01-03T00:00:00Z'));
    await strandedImports(db, new Date('2026-06-01T00:00:00Z'));
  });
  expect(read).toBeLessThan(120);
  const old = await rowsRead(database.db, (db) => forgetImports(db, new Date('2026-01-01T00:01:00Z')));
  expect(old).toBeLessThan(20);
});
