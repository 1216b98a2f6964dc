import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMerchant, type TestCore, testCore } from '../testing/index.ts';
import { descriptorsOf, enrolledAmong, seenAs } from './lint-store.ts';
import { COVERAGE_ALERTS } from './model.ts';
import { lastAlertOf, watchedCards } from './silent-store.ts';
import { enrolledDescriptors, openCards, seenByMerchant, seenUnmatched } from './store.ts';

let database: TestDatabase;
let core: TestCore;
let big: number;
let small: number;

/** 24,000 alerts in 80 days: 12,000 of one merchant, 1,200 of another, a tenth of all unmatched; 3,600 cards, 300 of them the first one's. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  big = (await buildMerchant(core.db)).id;
  small = (await buildMerchant(core.db)).id;
  const third = (await buildMerchant(core.db)).id;
  await sql`
    INSERT INTO merchant_cards (merchant_id, card_ref, descriptor, match_descriptor, card_bin, notify_email, status, register_time, created_time, updated_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 899),
      numbers AS (SELECT few.n + 900 * x.n AS n FROM few JOIN few x ON x.n < 4)
    SELECT IF(n < 300, ${big}, ${third}), UUID(), CONCAT('SHOP ', n), CONCAT('SHOP ', n), '411111', 'a@example.test', 'REGISTERED',
      '2026-01-01', '2026-01-01' + INTERVAL n MINUTE, '2026-01-01'
    FROM numbers ORDER BY n`.execute(core.db);
  const { id: firstCard } = await core.db
    .selectFrom('merchantCards')
    .select((eb) => eb.fn.min('id').as('id'))
    .executeTakeFirstOrThrow();
  await sql`
    INSERT INTO chargeback_alerts (alert_id, merchant_id, card_id, program, descriptor, card_bin, amount, currency, alert_time, deadline,
      risk_level, match_status, match_tier, delivery_id, content_sha256, created_time, updated_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 399),
      numbers AS (SELECT a.n * 400 + b.n AS n FROM few a JOIN few b ON b.n < 400 WHERE a.n < 60)
    SELECT CONCAT('A-', n), CASE WHEN n % 10 = 9 THEN NULL WHEN n % 2 = 0 THEN ${big} WHEN n % 20 = 1 THEN ${small} ELSE ${third} END,
      IF(n % 2 = 0, ${firstCard} + n % 200, NULL), 'ETHOCA', CONCAT('SHOP ', n % 700), '411111', 19.9, 'USD',
      '2026-11-20' - INTERVAL n * 4 MINUTE, '2026-11-21' - INTERVAL n * 4 MINUTE, 'HIGH', IF(n % 10 = 9, 'UNMATCHED', 'MATCHED'),
      IF(n % 10 = 9, NULL, IF(n % 3 = 0, 'DESCRIPTOR', 'EXACT')), n, UNHEX(REPEAT('0', 64)), '2026-11-20', '2026-11-20'
    FROM numbers`.execute(core.db);
  await sql`ANALYZE TABLE chargeback_alerts, merchant_cards`.execute(core.db);
}, 120_000);
afterAll(() => database.drop());

const FROM = new Date('2026-08-22T00:00:00Z');

it('a merchant’s gaps read its own newest alerts, at most as many as the page says', async () => {
  let alerts = 0;
  const read = async (id: number) =>
    rowsRead(core.db, async (db) => {
      ({ alerts } = await seenByMerchant({ db }, id, FROM));
    });
  const many = await read(big);
  expect(alerts).toBe(COVERAGE_ALERTS);
  // Counted and grouped: each alert in the window twice from its index, and the groups' own rows.
  expect(many).toBeLessThan(6 * COVERAGE_ALERTS);
  const few = await read(small);
  expect(alerts).toBe(1200);
  expect(few).toBeLessThan(6 * 1200);
});

it('unmatched descriptors read what waits in the queue', async () => {
  let seen = { alerts: 0, groups: [] as unknown[] };
  const read = await rowsRead(core.db, async (db) => {
    seen = await seenUnmatched({ db }, FROM);
  });
  expect(seen.alerts).toBe(2400);
  expect(seen.groups).toHaveLength(70);
  expect(read).toBeLessThan(6 * 2400);
});

it('what a merchant’s descriptors are costs a few rows for each descriptor, not for each alert', async () => {
  let found: string[] = [];
  const read = await rowsRead(core.db, async (db) => {
    found = await descriptorsOf({ db }, big);
  });
  expect(found).toHaveLength(350);
  expect(new Set(found).size).toBe(350);
  expect(read).toBeLessThan(10 * 350);
  expect(await rowsRead(core.db, (db) => seenAs({ db }, big, 'SHOP 4'))).toBeLessThan(250);
});

it('silence is one step down the index for each card', async () => {
  const read = await rowsRead(core.db, async (db) => {
    const cards = await watchedCards({ db }, big, new Date('2026-09-01T00:00:00Z'));
    expect(cards).toHaveLength(300);
    expect(cards.filter(({ lastAlertTime }) => lastAlertTime !== null)).toHaveLength(100);
  });
  expect(read).toBeLessThan(10 * 300);
  expect(await rowsRead(core.db, (db) => lastAlertOf({ db }, big))).toBeLessThan(10);
});

it('cards are found by their descriptor or their merchant', async () => {
  expect(await rowsRead(core.db, (db) => enrolledDescriptors({ db }, ['SHOP 1', 'NOBODY']))).toBeLessThan(20);
  expect(await rowsRead(core.db, (db) => enrolledAmong({ db }, big, ['SHOP 1', 'NOBODY']))).toBeLessThan(20);
  expect(await rowsRead(core.db, (db) => openCards({ db }, big))).toBeLessThan(400);
  for (const { type, key } of await explain(
    core.db,
    core.db.selectFrom('coverageDismissals').select('matchDescriptor').where('merchantId', '=', big),
  ))
    expect([type, key]).toEqual(['ref', 'PRIMARY']);
});
