import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openDb } from '@forewarn/db';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const serverUrl = process.env.TEST_DATABASE_URL ?? '';
const redisUrl = process.env.TEST_REDIS_URL ?? '';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(serverUrl);
});
afterAll(() => database.drop());

function start(env: Record<string, string>, args = ['--services=web']) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH, ...env } });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const exit = once(child, 'exit').then(([code]) => ({ code, stderr }));
  return { child, exit };
}

describe('the process', () => {
  it('refuses to start production without its secrets, lists all, exits with 78', async () => {
    const { code, stderr } = await start({ NODE_ENV: 'production' }).exit;
    expect(code).toBe(78);
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'DATA_KEYS', 'TOKEN_KEYS', 'PUBLIC_URL'])
      expect(stderr).toContain(name);
    // Sentences for people, no stack of ours.
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('names a service there is not, and those there are', async () => {
    const { code, stderr } = await start({}, ['--services=web,wrker']).exit;
    expect(code).toBe(78);
    expect(stderr).toContain('Unknown service wrker; there are: web, worker');
  });

  it('finishes what is under way when told to stop', async () => {
    const env = { DATABASE_URL: database.url, REDIS_URL: redisUrl, REDIS_PREFIX: 'test:main:', PORT: '0' };
    const { child, exit } = start(env);
    const port = await new Promise<number>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        const entry = JSON.parse(line);
        if (entry.msg === 'web listens') resolve(entry.port);
      });
      exit.then(({ stderr }) => reject(new Error(stderr)));
    });
    // Somebody holds the table the sign-in has to write, so that it is surely under way when the signal comes.
    const db = openDb(database.url, { connectionLimit: 2 });
    const held = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const holder = db.connection().execute(async (connection) => {
      await sql`LOCK TABLES login_guards WRITE`.execute(connection);
      holding.resolve();
      await held.promise;
      await sql`UNLOCK TABLES`.execute(connection);
    });
    await holding.promise;
    const login = fetch(`http://127.0.0.1:${port}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'nobody@example.test', password: 'x' }),
    });
    const waiting = () =>
      sql<{
        n: number;
      }>`SELECT COUNT(*) AS n FROM information_schema.processlist WHERE info LIKE '%login_guards%' AND db = DATABASE() AND id <> CONNECTION_ID()`
        .execute(db)
        .then(({ rows }) => Number(rows[0]?.n));
    await expect.poll(waiting).toBeGreaterThan(0);
    child.kill('SIGTERM');
    held.resolve();
    await holder;
    expect((await login).status).toBe(401);
    expect((await exit).code).toBe(0);
    await db.destroy();
  });
});
