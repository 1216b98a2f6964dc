import type { ServiceName } from '../../src/services.ts';
import { startTestSystem, type TestSystem } from '../../src/testing/index.ts';
import { lastingPort } from './port.ts';
import { type Process, startProcess } from './processes.ts';

export type Rig = Awaited<ReturnType<typeof startRig>>;

/**
 * The product as it runs in production, one process per service, on a database and Redis keys of its own, with the sandbox outside.
 * Nothing of it runs in the test itself, so every process can be killed.
 */
export async function startRig(settings: Record<string, string> = {}) {
  const system: TestSystem = await startTestSystem({
    services: [],
    sandbox: true,
    env: { PORT: String(await lastingPort()) },
  });
  const { config, sandbox } = system;
  if (!sandbox) throw new Error('the sandbox was asked for');
  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'debug',
    PORT: String(config.port),
    DATABASE_URL: config.databaseUrl,
    REDIS_URL: config.redisUrl,
    REDIS_PREFIX: config.redisPrefix,
    SMTP_URL: config.smtpUrl,
    AUDIT_CHECKPOINT_DIR: config.auditCheckpointDir,
    RATE_LOGIN: '10000/60',
    RATE_READ: '100000/60',
    RATE_WRITE: '100000/60',
    PROVIDER_TIMEOUT_MS: '1000',
    ...settings,
  };
  const processes: Process[] = [];
  let logs = '';

  return {
    system,
    db: system.core.db,
    url: system.url,
    /** Everything all processes have written so far. */
    logs: () => logs,
    async start(service: ServiceName, more: Record<string, string> = {}): Promise<Process> {
      const onOutput = (text: string) => {
        logs += text;
      };
      const started = await startProcess(service, { env: { ...env, ...more }, url: system.url, onOutput });
      processes.push(started);
      return started;
    },
    async control<T>(path: string, body?: object): Promise<T> {
      const response = await fetch(`${sandbox.http}/__control/${path}`, {
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`sandbox: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    async stop(): Promise<void> {
      await Promise.all(processes.map((one) => one.kill()));
      await system.stop();
    },
  };
}
