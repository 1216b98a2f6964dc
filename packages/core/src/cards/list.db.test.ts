import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { buildMerchant, buildStaff, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { listCardRows } from './store.ts';
import { registeredCards } from './worker-store.ts';

let database: TestDatabase;
let core: TestCore;
let merchant: Actor;
let admin: Actor;

/** 20,000 cards of 40 merchants. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  const built = [];
  for (let n = 0; n < 40; n++) built.push(await buildMerchant(core.db));
  const first = built[0];
  if (!first) throw new Error('no merchant');
  merchant = first.actor;
  admin = (await buildStaff(core.db)).actor;
  await sql`
    INSERT INTO merchant_cards (merchant_id, card_ref, descriptor, match_descriptor, card_bin, notify_email, status, state, created_time, updated_time)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 199),
      numbers AS (SELECT a.n * 200 + b.n AS n FROM few a JOIN few b WHERE a.n < 100)
    SELECT ${first.id} + n % 40, UUID(), CONCAT('SHOP ', n), CONCAT('SHOP ', n % 5000), '411111', 'a@example.test', 'REGISTERED', 'ACTIVE',
      '2026-01-01' + INTERVAL n MINUTE, '2026-01-01'
    FROM numbers`.execute(core.db);
  await sql`ANALYZE TABLE merchant_cards`.execute(core.db);
});
afterAll(() => database.drop());

function contextOf(actor: Actor, db: Context['db']): Context {
  const nothing = () => undefined;
  const scope = actor.kind === 'merchant' ? 'own' : 'all';
  return { ...core, ...testCaller(actor), db, scope, emit: nothing, audit: nothing, afterCommit: nothing };
}

it('A-274 a list of cards reads what it counts and little more', async () => {
  for (const [actor, total] of [
    [merchant, 500],
    [admin, 20_000],
  ] as const) {
    let found = 0;
    const read = await rowsRead(core.db, async (db) => {
      const { total: counted, records } = await listCardRows(contextOf(actor, db), {}, { page: 1, size: 10 });
      found = counted;
      expect(records.map(({ descriptor }) => descriptor)).toEqual(
        records
          .toSorted((a, b) => b.createdTime.getTime() - a.createdTime.getTime())
          .map(({ descriptor }) => descriptor),
      );
    });
    expect(found).toBe(total);
    // Each card counted needs its merchant once.
    expect(read, actor.kind).toBeLessThan(2 * total + 200);
  }
});

it('A-340 the cards an alert could mean are found by their descriptor', async () => {
  const read = await rowsRead(core.db, (db) => registeredCards(db, ['SHOP 7', 'SHOP 8', 'NOBODY']));
  expect(read).toBeLessThan(40);
});
