import { assertDurability } from './assert-durability.ts';
import { ConfigError, EX_CONFIG, readConfig } from './config.ts';
import { createDeps, type Deps } from './deps.ts';
import { createApp } from './http/app.ts';
import { createMetricsApp } from './http/metrics-app.ts';
import { listen } from './http/server.ts';
import { createLog } from './log.ts';
import { webhooks } from './webhooks/routes.ts';
import { startWorker } from './worker/worker.ts';

/** A service runs until its `stop` is called; stopping lets what is under way finish. */
interface Service {
  stop(): Promise<void>;
}

/** `node main.ts --services=web,worker`: one build, processes by flag. */
const SERVICES: Record<string, (deps: Deps) => Promise<Service>> = {
  async web(deps) {
    const { config, log } = deps;
    const server = await listen(createApp(deps, [webhooks(deps)]).fetch, config);
    log.info({ port: server.port, host: config.host }, 'web listens');
    return server;
  },
  async worker(deps) {
    deps.log.info({}, 'worker runs');
    return startWorker({ core: deps.core, bell: deps.bellSettings });
  },
};

function wantedServices(): string[] {
  const flag = process.argv.find((arg) => arg.startsWith('--services='));
  const wanted = (flag?.slice('--services='.length) ?? Object.keys(SERVICES).join(',')).split(',');
  const unknown = wanted.filter((name) => !(name in SERVICES));
  if (unknown.length > 0) {
    throw new ConfigError(`Unknown service ${unknown.join(', ')}; there are: ${Object.keys(SERVICES).join(', ')}`);
  }
  return wanted;
}

async function main(): Promise<void> {
  const names = wantedServices();
  const config = readConfig();
  const log = createLog(config, names.join('+'));
  const deps = createDeps(config, log);
  if (!config.allowUnsafeDurability) await assertDurability(deps.core.db);

  const services: Service[] = [];
  if (config.metricsPort !== undefined) {
    services.push(await listen(createMetricsApp(deps).fetch, { host: config.host, port: config.metricsPort }));
  }
  for (const name of names) {
    const start = SERVICES[name];
    if (start) services.push(await start(deps));
  }

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await Promise.all(services.map((service) => service.stop()));
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
