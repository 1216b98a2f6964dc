import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { local, logDir, root } from '../paths.mjs';
import { runTask } from '../run/task.mjs';
import { jsonLine } from '../run/wait.mjs';
import { say } from '../say.mjs';
import { openPorts } from '../services/ports.mjs';
import { loadSecrets } from '../services/secrets.mjs';
import { startServices } from '../services/start-services.mjs';
import { startApi, startDesktopRenderer, startSandbox, startWorker } from './apps.mjs';
import { buildApps } from './build.mjs';
import { appEnvironment, originOf, workerEnvironment } from './environment.mjs';
import { pushSampleAlerts } from './sample-alerts.mjs';
import { printSummary } from './summary.mjs';

const logs = logDir(local);
const log = (name) => join(logs, `${name}.log`);

/** Everything that doesn't wait for something else runs side by side; the second start takes seconds. */
export async function startDevelopment(run, { step, seconds }, runFile) {
  const ports = openPorts(local);
  const secrets = loadSecrets(local);
  const chosen = await choosePorts(ports);
  const publicUrl = appEnvironment({ ports: chosen, secrets }).PUBLIC_URL;
  const firstTime = !process.env.DATABASE_URL && !existsSync(join(local, 'mysql'));
  if (firstTime) say('Starting for the first time: making the database and building the pages …');

  const { mysql, redis } = await step('programs', () =>
    startServices(run, { home: local, ports, secrets, onPid: runFile.setPid }),
  );
  const onPid = (name) => (pid) => runFile.setPid(name, pid);
  const database = step('database', () => mysql);
  const sandbox = step('sandbox', () =>
    startSandbox(run, { ports: chosen, publicUrl, log: log('sandbox'), onPid: onPid('sandbox') }),
  );
  const built = step('build', () => buildApps(run, log('build')));
  const queue = step('redis', () => redis);
  const environment = Promise.all([database, queue, sandbox]).then(([{ url }, { url: redisUrl }, { smtp }]) =>
    appEnvironment({
      ports: chosen,
      database: url,
      redis: redisUrl,
      smtp,
      secrets,
      webDir: join(root, 'apps', 'merchant-web', 'dist'),
    }),
  );
  const data = step('data', async () => prepareData(run, await environment, (await sandbox).http));
  const desktop = step('desktop', async () => {
    await built;
    return startDesktopRenderer(run, { port: chosen.desktop, apiUrl: publicUrl, log: log('desktop') });
  });

  // Waits for all of them, but a failure of any ends the start at once.
  const [env, outside, demo] = await Promise.all([environment, sandbox, data, built]);
  const [, , renderer] = await Promise.all([
    step('api', () => startApi(run, { environment: env, log: log('api'), onPid: onPid('api') })),
    step('worker', () =>
      startWorker(run, {
        environment: workerEnvironment(env, chosen.workerMetrics),
        log: log('worker'),
        onPid: onPid('worker'),
      }),
    ),
    desktop,
  ]);

  if (firstTime) await pushSampleAlerts(outside.http);
  const addresses = {
    api: publicUrl,
    web: publicUrl,
    ...(renderer ? { desktopRenderer: renderer.http } : {}),
    sandbox: outside.http,
    mail: outside.mail,
    metrics: `${originOf(env.HOST, chosen.metrics)}/metrics`,
    workerMetrics: `${originOf(env.HOST, chosen.workerMetrics)}/metrics`,
  };
  runFile.publish({
    ...addresses,
    smtp: env.SMTP_URL,
    database: env.DATABASE_URL,
    redis: env.REDIS_URL,
    accounts: demo?.accounts ?? {},
    provider: demo?.provider ?? {},
  });
  printSummary({
    addresses: { ...addresses, docs: `${publicUrl}/api/v1/docs` },
    accounts: demo?.accounts,
    seconds: seconds(),
  });
}

async function choosePorts(ports) {
  const web = process.env.PORT ? await ports.require('PORT', process.env.PORT) : await ports.pick('web');
  const metrics = process.env.METRICS_PORT
    ? await ports.require('METRICS_PORT', process.env.METRICS_PORT)
    : await ports.pick('metrics');
  const chosen = { web, metrics };
  for (const name of ['workerMetrics', 'sandbox', 'smtp', 'desktop']) chosen[name] = await ports.pick(name);
  return chosen;
}

/** Migrates and seeds; both are safe to repeat. Gives what the seed prints: demo accounts and provider credentials. */
async function prepareData(run, environment, sandboxUrl) {
  const env = { ...environment, SEED_API_ENDPOINT: sandboxUrl };
  const node = (args, name) =>
    runTask(run, { name, command: process.execPath, args, env, cwd: root, log: log(name) }, name);
  await node(['apps/api/src/migrate.ts', 'up'], 'migrate');
  return jsonLine(await node(['apps/api/src/seed.ts'], 'seed'), (value) => value.accounts);
}
