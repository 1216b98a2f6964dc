import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMerchant, buildStaff, type MerchantOptions, type StaffOptions } from '@forewarn/core/testing';
import { createTestDatabase } from '@forewarn/db/testing';
import { type Sandbox, type SandboxOptions, startSandbox } from '@forewarn/sandbox';
import { type Config, readConfig, testServices } from '../config.ts';
import { createDeps, type Deps } from '../deps.ts';
import { createLog } from '../log.ts';
import { SERVICES, type Service, type ServiceName } from '../services.ts';
import { createClient, type TestClient } from './client.ts';
import { enterCredentials } from './enter-credentials.ts';

/** Everybody's password in tests. */
export const TEST_PASSWORD = 'Test-passw0rd';

export interface TestSystemOptions {
  services?: readonly ServiceName[];
  /** The sandbox with its provider and mail box, and the credentials to speak with it. */
  sandbox?: boolean | SandboxOptions;
  /** Over the settings of {@link readConfig}, by their names in the environment. */
  env?: Record<string, string>;
}

export interface TestSystem {
  /** `http://127.0.0.1:port` of the web process. */
  url: string;
  config: Config;
  deps: Deps;
  core: Deps['core'];
  /** Only when asked for. */
  sandbox: Sandbox | undefined;
  client: TestClient;
  /** An ACTIVE merchant who can sign in with {@link TEST_PASSWORD}. */
  merchant(options?: MerchantOptions): Promise<Account>;
  /** A platform admin unless roles say otherwise. */
  staff(options?: StaffOptions): Promise<Account>;
  stop(): Promise<void>;
}

export interface Account {
  id: number;
  email: string;
  password: string;
  realm: 'merchant' | 'staff';
  /** Signs in and gives the access token. */
  token(): Promise<string>;
}

/** The product on real parts: an own database, own Redis keys, real HTTP on a free port. */
export async function startTestSystem(options: TestSystemOptions = {}): Promise<TestSystem> {
  const servers = testServices();
  const database = await createTestDatabase(servers.databaseUrl);
  const box = options.sandbox
    ? await startSandbox(typeof options.sandbox === 'object' ? options.sandbox : {})
    : undefined;
  const filesDir = await mkdtemp(join(tmpdir(), 'forewarn-test-'));
  const config = readConfig({
    NODE_ENV: 'test',
    // Known beforehand, because links in mails and the provider's callbacks carry it.
    PORT: String(await freePort()),
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    FILES_DIR: filesDir,
    AUDIT_CHECKPOINT_DIR: join(filesDir, 'audit'),
    REDIS_URL: servers.redisUrl,
    REDIS_PREFIX: `test:${crypto.randomUUID()}:`,
    RATE_LOGIN: '10000/60',
    RATE_READ: '100000/60',
    RATE_WRITE: '100000/60',
    RATE_EXPORT: '10000/60',
    RATE_MAIL: '10000/60',
    RATE_MAIL_DAY: '10000/86400',
    // The discard port is refused at once: robots of tests reach nobody else.
    CHAT_EXTRA_HOSTS: ['127.0.0.1:9', ...(box ? [new URL(box.http).host] : [])].join(','),
    ...(box && { SMTP_URL: box.smtp }),
    ...options.env,
  });
  const deps = createDeps(config, createLog(config, 'test'));
  await deps.ready();
  const running: Service[] = [];
  for (const name of options.services ?? ['web']) running.push(await SERVICES[name](deps));
  const url = config.publicUrl;
  if (box) await enterCredentials(deps.core, box.http, url);

  const { core } = deps;
  const client = createClient(url);
  const passwordHash = await hashOnce(core);
  const account = (realm: Account['realm'], { id, email }: { id: number; email: string }): Account => ({
    id,
    email,
    realm,
    password: TEST_PASSWORD,
    token: () => client.signIn(email, TEST_PASSWORD, realm),
  });

  return {
    url,
    config,
    deps,
    core,
    sandbox: box,
    client,
    merchant: async (given = {}) => account('merchant', await buildMerchant(core.db, { passwordHash, ...given })),
    staff: async (given = {}) => account('staff', await buildStaff(core.db, { passwordHash, ...given })),
    async stop() {
      await Promise.all(running.map((service) => service.stop()));
      await deps.close();
      await box?.stop();
      await database.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

let hash: Promise<string> | undefined;
function hashOnce(core: Deps['core']): Promise<string> {
  hash ??= core.ports.passwords.hash(TEST_PASSWORD);
  return hash;
}
