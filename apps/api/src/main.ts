import { assertDurability } from './assert-durability.ts';
import { checkFiles } from './check-files.ts';
import { ConfigError, EX_CONFIG, readConfig } from './config.ts';
import { createDeps } from './deps.ts';
import { createMetricsApp } from './http/metrics-app.ts';
import { listen } from './http/server.ts';
import { createLog } from './log.ts';
import { SERVICE_NAMES, SERVICES, type Service, type ServiceName } from './services.ts';

/** `--services=web,worker`; all of them without the flag. */
function wantedServices(): ServiceName[] {
  const flag = process.argv.find((arg) => arg.startsWith('--services='));
  const wanted = flag?.slice('--services='.length).split(',') ?? SERVICE_NAMES;
  const unknown = wanted.filter((name) => !SERVICE_NAMES.some((known) => known === name));
  if (unknown.length > 0) {
    throw new ConfigError(`Unknown service ${unknown.join(', ')}; there are: ${SERVICE_NAMES.join(', ')}`);
  }
  return SERVICE_NAMES.filter((name) => wanted.includes(name));
}

async function main(): Promise<void> {
  const names = wantedServices();
  const config = readConfig();
  const log = createLog(config, names.join('+'));
  const deps = createDeps(config, log);
  if (!config.allowUnsafeDurability) await assertDurability(deps.core.db);
  await deps.ready();
  void checkFiles(deps.core);

  const running: Service[] = [];
  if (config.metricsPort !== undefined) {
    running.push(await listen(createMetricsApp(deps).fetch, { host: config.host, port: config.metricsPort }));
  }
  for (const name of names) running.push(await SERVICES[name](deps));

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await Promise.all(running.map((service) => service.stop()));
    await deps.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    console.error(error.message);
    process.exit(EX_CONFIG);
  }
  console.error(error);
  process.exit(1);
});
