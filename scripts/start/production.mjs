import { join } from 'node:path';
import { local, logDir, root } from '../paths.mjs';
import { runTask } from '../run/task.mjs';
import { say } from '../say.mjs';
import { startApi, startWorker } from './apps.mjs';
import { buildApps } from './build.mjs';
import { workerEnvironment } from './environment.mjs';

/**
 * Production: no private services, no sandbox, no demo data, no generated keys. The API itself checks its
 * configuration and lists what is missing (exit status 78), which is shown as it is.
 */
export async function startProduction(run, { step, seconds }) {
  const log = (name) => join(logDir(local), `${name}.log`);
  const port = process.env.PORT || '8080';
  const metricsPort = Number(process.env.METRICS_PORT || 9464);
  const environment = {
    HOST: process.env.HOST || '127.0.0.1',
    PORT: port,
    METRICS_PORT: String(metricsPort),
    MERCHANT_WEB_DIR: process.env.MERCHANT_WEB_DIR || join(root, 'apps', 'merchant-web', 'dist'),
  };
  await step('build', () => buildApps(run, log('build'), ['merchant-web']));
  if (process.env.DATABASE_URL) {
    const migrate = ['apps/api/src/migrate.ts', 'up'];
    await step('migrate', () =>
      runTask(run, { name: 'migrate', command: process.execPath, args: migrate, cwd: root, log: log('migrate') }),
    );
  }
  await step('api', () => startApi(run, { environment, log: log('api') }));
  await step('worker', () =>
    startWorker(run, { environment: workerEnvironment(environment, metricsPort + 1), log: log('worker') }),
  );
  say(`Forewarn is ready (production, ${seconds()} s) on port ${port}; logs in .local/logs. Ctrl-C stops it.`);
}
