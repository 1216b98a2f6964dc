import { once } from 'node:events';
import type { Core } from '@forewarn/core/kernel/context';
import { PROVIDER_CIRCUIT, readCircuit } from '@forewarn/core/platform';
import { createDb, createMysqlPool, rawPool } from '@forewarn/db';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { createCipher } from './adapters/aes-gcm/cipher.ts';
import { createPasswordHasher } from './adapters/argon2/password-hasher.ts';
import { createAuthService } from './adapters/auth-service/client.ts';
import { createBell } from './adapters/bullmq/bell.ts';
import { createDingtalk } from './adapters/dingtalk/chat.ts';
import { createFeishu } from './adapters/feishu/chat.ts';
import { createMacs } from './adapters/hkdf/macs.ts';
import { createTokenIssuer } from './adapters/jose/token-issuer.ts';
import { createCheckpointFile } from './adapters/local-files/checkpoint-file.ts';
import { createLocalFiles } from './adapters/local-files/file-store.ts';
import { createDocuments } from './adapters/pdfkit/documents.ts';
import { createProviderClient } from './adapters/provider/client.ts';
import { createProviderWire } from './adapters/provider/wire.ts';
import { createRateCounter } from './adapters/redis/rate-counter.ts';
import { createS3Files } from './adapters/s3/file-store.ts';
import { createPassphraseBox } from './adapters/scrypt/passphrase-box.ts';
import { createSlack } from './adapters/slack/chat.ts';
import { createSpreadsheets } from './adapters/spreadsheet/spreadsheets.ts';
import { createOutboundHttp } from './adapters/undici/outbound-http.ts';
import { createWecom } from './adapters/wecom/chat.ts';
import type { Config } from './config.ts';
import { crashAtSql } from './crash-at-sql.ts';
import { withCrashPoint } from './crash-point.ts';
import { createAddressGate } from './http/address-gate.ts';
import { createMetrics } from './http/metrics.ts';
import { createMailers } from './mailers.ts';

export type Deps = ReturnType<typeof createDeps>;

const PROBE_MS = 1000;

/** The composition root: the one place where ports meet their adapters. */
export function createDeps(config: Config, log: Logger) {
  const db = createDb(
    crashAtSql(createMysqlPool(config.databaseUrl, { connectionLimit: config.dbPool }), config.crashAt),
  );
  // The receiver's own connections, so that a slow report can't hold up an alert.
  const receiving = crashAtSql(
    createMysqlPool(config.databaseUrl, { connectionLimit: 4, connectTimeout: 2000 }),
    config.crashAt,
  );
  const redis = new Redis(config.redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    // A Redis that hangs counts as one that is away: nobody waits longer for a counter.
    commandTimeout: 500,
    retryStrategy: (times) => Math.min(100 * times, 1000),
  });
  redis.on('error', (error: unknown) => log.debug({ err: error }, 'redis'));

  const bellSettings = { redisUrl: config.redisUrl, prefix: `${config.redisPrefix}bull`, log };
  const bell = createBell(bellSettings);
  const mailer = createMailers({ url: config.smtpUrl, from: config.mailFrom });

  const outbound = createOutboundHttp({ extraHosts: config.chatExtraHosts, allowHttp: !config.production });

  const core: Core = {
    db,
    log,
    now: () => new Date(),
    ports: withCrashPoint(
      {
        bell,
        chats: {
          channels: {
            WECOM: createWecom(outbound),
            DINGTALK: createDingtalk(outbound),
            FEISHU: createFeishu(outbound),
            SLACK: createSlack(outbound),
          },
          extraHosts: config.chatExtraHosts,
        },
        checkpoints: createCheckpointFile(config.auditCheckpointDir),
        cipher: createCipher(config.dataKeys),
        documents: createDocuments(),
        files: config.s3 ? createS3Files(config.s3) : createLocalFiles(config.filesDir),
        macs: createMacs(config.dataKeys),
        mailer,
        passphrases: createPassphraseBox(),
        passwords: createPasswordHasher(),
        provider: createProviderClient(() => core, config.provider),
        rates: createRateCounter(redis, config.rates, config.redisPrefix, log),
        spreadsheets: createSpreadsheets(),
        staffSignIn: config.auth
          ? {
              mode: 'REMOTE',
              service: createAuthService(() => core, config.auth),
              localAdmins: config.auth.localAdmins,
            }
          : { mode: 'LOCAL' },
        tokens: createTokenIssuer(config.tokenKeys),
        wire: createProviderWire(config.provider),
        publicUrl: config.publicUrl,
      },
      config.crashAt,
    ),
  };

  const metrics = createMetrics();
  metrics.gauge(
    'forewarn_provider_breaker',
    'Calls to the provider: 0 go out, 1 one is let through, 2 held back',
    async () => {
      const circuit = await readCircuit(db, PROVIDER_CIRCUIT);
      return circuit ? { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 }[circuit.state] : 0;
    },
  );

  return {
    config,
    core,
    log,
    redis,
    bellSettings,
    receiving: rawPool(receiving),
    metrics,
    gate: createAddressGate(core, config.staffAllowAlways),
    /** What can't be reached now. Without Redis everything still works, later: it is named in the log, not here. */
    async unready(): Promise<string[]> {
      const database = await within(PROBE_MS, sql`SELECT 1`.execute(db));
      const queue = await within(PROBE_MS, redis.ping());
      if (!queue) log.warn({}, 'redis does not answer');
      return database ? [] : ['database'];
    },
    /** Once Redis is connected, or after a moment without it: rate limits count from the first request on. */
    async ready(): Promise<void> {
      if (redis.status !== 'ready') await within(PROBE_MS, once(redis, 'ready'));
    },
    async close(): Promise<void> {
      await bell.close();
      mailer.close();
      await outbound.close();
      redis.disconnect();
      await rawPool(receiving).end();
      await db.destroy();
    },
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
