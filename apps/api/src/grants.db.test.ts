import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extendChain, makeCheckpoint, verifyWhole } from '@forewarn/core/audit';
import { systemActor } from '@forewarn/core/kernel/actor';
import { execute } from '@forewarn/core/kernel/execute';
import { updateProfile } from '@forewarn/core/merchants';
import { buildMerchant, testCaller, testCore } from '@forewarn/core/testing';
import { type Db, openDb } from '@forewarn/db';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

const GRANTS = readFileSync(new URL('../../../deploy/grants.sql', import.meta.url), 'utf8').replace(/^--.*$/gm, '');
const user = `fw_${randomUUID().slice(0, 8)}`;
const password = randomUUID();

let database: TestDatabase;
let db: Db;
let account = '';

/** The program's user as deploy/grants.sql makes it, under a name of this test's own. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  const owner = database.db.withoutPlugins();
  // From where we come: an anonymous user of that host would go before one of any host.
  const { rows: hosts } = await sql<{ host: string }>`SELECT SUBSTRING_INDEX(USER(), '@', -1) AS host`.execute(owner);
  account = `'${user}'@'${hosts[0]?.host ?? '%'}'`;
  await sql.raw(`CREATE USER ${account} IDENTIFIED BY '${password}'`).execute(owner);
  const grants = GRANTS.replaceAll("''forewarn''@''%''", account.replaceAll("'", "''")).replace(/;\s*$/, '');
  const { rows } = await sql.raw<Record<string, string>>(grants).execute(owner);
  for (const row of rows) await sql.raw(Object.values(row)[0] ?? '').execute(owner);
  const url = new URL(database.url);
  url.username = user;
  url.password = password;
  db = openDb(url.href);
});
afterAll(async () => {
  await db?.destroy();
  if (account) await sql.raw(`DROP USER IF EXISTS ${account}`).execute(database.db);
  await database.drop();
});

/** ER_TABLEACCESS_DENIED_ERROR */
const DENIED = { errno: 1142 };

it('A-307 the program’s database user works, and can’t change the audit log', async () => {
  const core = testCore({ db });
  const merchant = await buildMerchant(db);
  await execute(core, testCaller(merchant.actor), updateProfile, { companyName: '云栖数码' });
  expect(await extendChain(core, 10)).toBe(1);
  expect(await makeCheckpoint(core)).toMatchObject({ seq: 1 });
  expect(await verifyWhole(core, testCaller(systemActor('test')))).toMatchObject({ ok: true, checked: 1 });

  await expect(db.updateTable('auditLogs').set({ action: 'x' }).execute()).rejects.toMatchObject(DENIED);
  for (const table of ['auditLogs', 'auditChain', 'auditCheckpoints'] as const)
    await expect(db.deleteFrom(table).execute()).rejects.toMatchObject(DENIED);
  await expect(sql`DROP TABLE audit_logs`.execute(db)).rejects.toMatchObject(DENIED);
});
