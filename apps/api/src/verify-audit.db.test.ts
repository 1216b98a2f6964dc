import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from './testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ services: ['web', 'worker'] });
});
afterAll(() => system.stop());

/** The command as an operator runs it. */
async function verify(env: Record<string, string> = {}) {
  const { config } = system;
  const child = spawn(process.execPath, [fileURLToPath(new URL('./verify-audit.ts', import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: config.databaseUrl,
      REDIS_URL: config.redisUrl,
      AUDIT_CHECKPOINT_DIR: config.auditCheckpointDir,
      ...env,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'exit');
  return { code, said };
}

it('A-307 the worker chains what people do, and the command says whether it still fits', async () => {
  const { db } = system.core;
  const merchant = await system.merchant();
  for (let n = 0; n < 3; n++) await merchant.token();
  const chained = () => db.selectFrom('auditChain').select('seq').execute();
  await expect.poll(async () => (await chained()).length, { timeout: 15_000 }).toBe(3);

  expect(await verify()).toEqual({
    code: 0,
    said: expect.stringMatching(/^3 entries verified, .*\nThe audit log is whole\.\n$/),
  });
  await db.updateTable('auditLogs').set({ ip: '192.0.2.1' }).where('action', '=', 'auth.login').limit(1).execute();
  expect(await verify()).toEqual({
    code: 1,
    said: expect.stringMatching(/1 thing .*: An entry was changed after it was written \(CHANGED; link 1, entry \d+\)/),
  });
  const other = `other:${Buffer.alloc(32, 9).toString('base64')}`;
  expect(await verify({ DATA_KEYS: other })).toMatchObject({ code: 1, said: expect.stringContaining('KEY_MISSING') });
});

it('a database that can’t be reached is neither: 2', async () => {
  expect(await verify({ DATABASE_URL: 'mysql://root:root@127.0.0.1:1/none' })).toMatchObject({ code: 2 });
});
