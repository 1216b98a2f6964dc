import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

interface Column {
  type: string;
  nullable: boolean;
  fallback: string | null;
}
async function columnsOf(table: string): Promise<Record<string, Column>> {
  const { rows } = await sql<{ name: string; type: string; nullable: string; fallback: string | null }>`
    SELECT column_name AS name, column_type AS type, is_nullable AS nullable, column_default AS fallback
    FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ${table}`.execute(database.db);
  const plain = (text: string | null) => (text === null || text === 'NULL' ? null : text.replace(/^'|'$/g, ''));
  return Object.fromEntries(
    rows.map(({ name, type, nullable, fallback }) => [
      name,
      { type: type.toLowerCase(), nullable: nullable === 'YES', fallback: plain(fallback) },
    ]),
  );
}
async function indexesOf(table: string): Promise<{ unique: boolean; columns: string }[]> {
  const { rows } = await sql<{ plain: number; columns: string }>`
    SELECT MIN(non_unique) AS plain, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
    FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ${table} GROUP BY index_name`.execute(
    database.db,
  );
  return rows.map(({ plain, columns }) => ({ unique: Number(plain) === 0, columns }));
}
async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE 'kysely%'`.execute(
    database.db,
  );
  return rows.map(({ name }) => name).sort();
}
async function errno(statement: Promise<unknown>): Promise<number | undefined> {
  return statement.then(
    () => undefined,
    (error: { errno?: number }) => error.errno,
  );
}

describe('migrations', () => {
  it('up, down and up again come out the same', async () => {
    const own = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
    const shape = async () => {
      const { rows } = await sql<object>`
        SELECT table_name, column_name, column_type, is_nullable, column_default, collation_name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name NOT LIKE 'kysely%' ORDER BY table_name, ordinal_position`.execute(
        own.db,
      );
      return rows;
    };
    const first = await shape();
    expect(first.length).toBeGreaterThan(200);
    expect(await migrate(own.db, 'up')).toEqual([]);
    expect((await migrate(own.db, 'down')).length).toBeGreaterThan(0);
    expect(await shape()).toEqual([]);
    await migrate(own.db, 'up');
    expect(await shape()).toEqual(first);
    await own.drop();
  }, 180_000);

  it('every table has a primary key, is InnoDB and keeps texts by their bytes unless said otherwise', async () => {
    const { rows } = await sql<{ name: string; engine: string; keys: number; collation: string }>`
      SELECT t.table_name AS name, t.engine AS engine, t.table_collation AS collation,
        (SELECT COUNT(*) FROM information_schema.statistics s WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name AND s.index_name = 'PRIMARY') AS \`keys\`
      FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_name NOT LIKE 'kysely%'`.execute(
      database.db,
    );
    expect(rows.length).toBe((await tables()).length);
    for (const row of rows)
      expect([row.name, row.engine, Number(row.keys) > 0, row.collation]).toEqual([
        row.name,
        'InnoDB',
        true,
        'utf8mb4_bin',
      ]);
  });

  it('A-360 every time is DATETIME(3): no TIMESTAMP that ends in 2038', async () => {
    const { rows } = await sql<{ type: string }>`
      SELECT DISTINCT column_type AS type FROM information_schema.columns WHERE table_schema = DATABASE()
      AND table_name NOT LIKE 'kysely%' AND data_type IN ('datetime', 'timestamp', 'date', 'time')`.execute(
      database.db,
    );
    expect(rows.map(({ type }) => type.toLowerCase())).toEqual(['datetime(3)']);
  });
});

describe('the documents’ tables', () => {
  it('A-262 merchants', async () => {
    const columns = await columnsOf('merchants');
    expect(columns).toMatchObject({
      company_name: { type: 'varchar(200)', nullable: false },
      contact_person: { type: 'varchar(100)', nullable: false },
      email: { type: 'varchar(100)', nullable: false },
      phone: { type: 'varchar(20)' },
      password_hash: { type: 'varchar(255)', nullable: false },
      status: { type: "enum('pending','active','suspended','closed')", fallback: 'PENDING' },
      created_time: { nullable: false },
      updated_time: { nullable: false },
      last_login_time: { nullable: true },
    });
    expect(await indexesOf('merchants')).toContainEqual({ unique: true, columns: 'email' });
  });

  it('A-263 A-264 A-344 merchant_cards, one combination once even without caid', async () => {
    const columns = await columnsOf('merchant_cards');
    expect(columns.caid).toEqual({ type: 'varchar(100)', nullable: false, fallback: '' });
    expect(columns).toMatchObject({
      merchant_id: { nullable: false },
      descriptor: { nullable: false },
      card_bin: { nullable: false },
      notify_email: { nullable: false },
      status: { type: "enum('draft','pending','registered','failed','closed')", fallback: 'PENDING' },
      register_time: { nullable: true },
      remark: {},
      created_time: {},
    });
    expect(await indexesOf('merchant_cards')).toContainEqual({
      unique: true,
      columns: 'merchant_id,program,descriptor,card_bin,caid,acquirer_bin,arn,draft_ref',
    });
    await sql`INSERT INTO merchants (id, company_name, contact_person, email, password_hash, created_time, updated_time) VALUES (1, 'a', 'b', 'c', '!', NOW(3), NOW(3))`.execute(
      database.db,
    );
    const insert = (ref: string) =>
      sql`INSERT INTO merchant_cards (merchant_id, card_ref, descriptor, card_bin, match_descriptor, notify_email, created_time, updated_time)
          VALUES (1, ${ref}, 'SHOP', '411111', 'SHOP', 'a@b', NOW(3), NOW(3))`.execute(database.db);
    expect([await errno(insert('r1')), await errno(insert('r2'))]).toEqual([undefined, 1062]);
  });

  it('A-116…A-121 A-265 A-266 A-359 A-361 A-362 chargeback_alerts', async () => {
    const columns = await columnsOf('chargeback_alerts');
    expect(columns).toMatchObject({
      alert_id: { type: 'varchar(100)', nullable: false },
      merchant_id: { nullable: true },
      descriptor: { type: 'varchar(100)' },
      card_bin: { type: 'varchar(20)' },
      caid: { type: 'varchar(100)' },
      amount: { type: 'decimal(19,4)', nullable: false },
      currency: { type: 'varchar(10)' },
      transaction_id: { type: 'varchar(100)' },
      alert_time: { type: 'datetime(3)' },
      risk_level: { type: "enum('low','medium','high')" },
      match_status: { type: "enum('matched','unmatched','multiple')" },
      process_status: { type: "enum('pending','processed','ignored')", fallback: 'PENDING' },
      process_action: {},
      process_time: {},
      feedback_status: {
        type: "enum('none','queued','pending_retry','sent','accepted','rejected','expired')",
        fallback: 'NONE',
      },
      created_time: {},
      updated_time: {},
    });
    expect(['json', 'longtext']).toContain(columns.feedback_data?.type);
    const indexes = await indexesOf('chargeback_alerts');
    expect(indexes).toContainEqual({ unique: true, columns: 'alert_id' });
    const startsWith = (start: string) => indexes.some(({ columns }) => `${columns},`.startsWith(`${start},`));
    for (const start of ['merchant_id,alert_time', 'process_status', 'alert_time'])
      expect(startsWith(start), start).toBe(true);
  });

  it('A-116 alert ids differ by case, accent and width', async () => {
    const insert = (alertId: string) =>
      sql`INSERT INTO chargeback_alerts (alert_id, amount, currency, alert_time, deadline, risk_level, match_status, delivery_id, content_sha256, created_time, updated_time)
          VALUES (${alertId}, 1, 'USD', NOW(3), NOW(3), 'LOW', 'UNMATCHED', 1, UNHEX(REPEAT('0', 64)), NOW(3), NOW(3))`.execute(
        database.db,
      );
    const outcomes: (number | undefined)[] = [];
    for (const alertId of ['shop', 'SHOP', 'shóp', '😀', '😁', 'shop']) outcomes.push(await errno(insert(alertId)));
    expect(outcomes).toEqual([undefined, undefined, undefined, undefined, undefined, 1062]);
  });

  it('text that is too long is refused, never cut', async () => {
    const long = 'x'.repeat(101);
    expect(await errno(sql`UPDATE chargeback_alerts SET descriptor = ${long}`.execute(database.db))).toBe(1406);
  });
});

it('a fresh database speaks utf8mb4 and has the documents’ tables', async () => {
  const { rows } = await sql<{ charset: string }>`SELECT @@character_set_database AS charset`.execute(database.db);
  expect(rows).toEqual([{ charset: 'utf8mb4' }]);
  expect(await tables()).toEqual(expect.arrayContaining(['merchants', 'merchant_cards', 'chargeback_alerts']));
});
