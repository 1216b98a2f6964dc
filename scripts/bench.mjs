/**
 * npm run bench [-- receive drain mail list export] [--rows 10m]: figures and ratios of one run on one machine, against
 * services of its own whose data is on the disk (a commit must cost what it costs; 10m needs 20 GB of it). It prints and judges nothing.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { local, logDir, root } from './paths.mjs';
import { startChild } from './run/child.mjs';
import { rotateLogs } from './run/logs.mjs';
import { endBadly, openRun } from './run/open-run.mjs';
import { requireFreeSpace } from './services/disk.mjs';
import { openPorts } from './services/ports.mjs';
import { startSandbox } from './start/apps.mjs';
import { startTestServices } from './test/services.mjs';

const home = join(local, 'bench');
let run;
try {
  requireFreeSpace(root);
  run = await openRun(home, 'npm run bench', { busyHint: 'Wait until it is done, or stop it first.' });
  rotateLogs(logDir(home));
  const large = process.argv.some((word) => /^\d+m$/.test(word));
  for (const old of ['mysql', 'files']) rmSync(join(home, old), { recursive: true, force: true });
  const { env } = await startTestServices(run, { home, browser: false, mysql: false, onDisk: true, large });
  const ports = openPorts(home);
  const sandbox = await startSandbox(run, {
    ports: { sandbox: await ports.pick('sandbox'), smtp: await ports.pick('smtp') },
    publicUrl: 'http://127.0.0.1:9',
    log: join(logDir(home), 'sandbox.log'),
  });
  const database = new URL(env.TEST_DATABASE_URL);
  database.pathname = '/bench';
  const bench = startChild(run, {
    name: 'bench',
    command: process.execPath,
    args: ['apps/api/src/bench/main.ts', ...process.argv.slice(2)],
    env: {
      DATABASE_URL: database.href,
      REDIS_URL: env.TEST_REDIS_URL,
      SMTP_URL: sandbox.smtp,
      AUDIT_CHECKPOINT_DIR: join(home, 'audit'),
      FILES_DIR: join(home, 'files'),
      LOG_LEVEL: 'error',
      WEBHOOK_RATE: '100000000/10',
    },
    cwd: root,
  });
  const { code } = await bench.exited;
  await run.close();
  process.exit(code ?? 1);
} catch (error) {
  await endBadly(run, error);
}
