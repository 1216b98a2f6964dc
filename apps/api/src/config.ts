import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rate, RateClass } from '@forewarn/core/ports/rate-counter';
import { z } from 'zod';
import { addressRanges, fieldNames, flag, hosts, keyList, origins, port, rate, url, webUrl } from './config-fields.ts';
import { CRASH_POINTS } from './crash-point.ts';

const DEMO_DATA_KEYS = 'demo:ZGVtby1kYXRhLWtleS1ub3QtZm9yLXByb2R1Y3Rpb24=';
const DEMO_TOKEN_KEYS = 'demo:ZGVtby10b2tlbi1rZXktbm90LWZvci1wcm9kdWN0aW8=';

/** What production must be told; development does without. */
const DEVELOPMENT = {
  PUBLIC_URL: undefined,
  DATABASE_URL: 'mysql://root:root@127.0.0.1:3306/forewarn',
  REDIS_URL: 'redis://127.0.0.1:6379',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_FROM: 'Forewarn <no-reply@localhost>',
  DATA_KEYS: DEMO_DATA_KEYS,
  TOKEN_KEYS: DEMO_TOKEN_KEYS,
  PROVIDER_CALLBACK_URL: undefined,
  FILES_DIR: fileURLToPath(new URL('../../../.local/files', import.meta.url)),
  AUDIT_CHECKPOINT_DIR: fileURLToPath(new URL('../../../.local/audit', import.meta.url)),
} as const;

/** Why production needs it, for the one message that lists everything missing. */
const PURPOSE: Record<keyof typeof DEVELOPMENT, string> = {
  PUBLIC_URL: 'the https address merchants open; links in mails start with it',
  DATABASE_URL: 'mysql://user:password@host:port/database',
  REDIS_URL: 'redis://:password@host:port',
  SMTP_URL: 'smtps://user:password@host:port, the mail server',
  MAIL_FROM: 'the sender of mails, for example Forewarn <alerts@example.com>',
  DATA_KEYS: 'name:base64-of-32-random-bytes, encrypts stored secrets (openssl rand -base64 32)',
  TOKEN_KEYS: 'name:base64-of-32-random-bytes, signs access tokens (openssl rand -base64 32)',
  PROVIDER_CALLBACK_URL: 'the https address the alert provider sends status events to',
  FILES_DIR: 'the directory of evidence files, sealed; in every backup, shared by all web processes',
  AUDIT_CHECKPOINT_DIR: 'where the audit chain’s checkpoints are appended to a file, outside the database',
};

const Env = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'expected development, test or production')
    .default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8080),
  /** Own listener for /metrics, /healthz and /readyz; none when absent. */
  METRICS_PORT: port.optional(),
  PUBLIC_URL: webUrl.optional(),
  DATABASE_URL: url('mysql'),
  REDIS_URL: url('redis', 'rediss'),
  SMTP_URL: url('smtp', 'smtps'),
  MAIL_FROM: z.string().regex(/^[^\r\n]*@[^\r\n]+$/, 'expected a mail address'),
  DATA_KEYS: keyList,
  TOKEN_KEYS: keyList,
  PROVIDER_CALLBACK_URL: webUrl.optional(),
  FILES_DIR: z.string().transform((path) => resolve(path)),
  /** Evidence files in a bucket that speaks S3, instead of below FILES_DIR. */
  S3_ENDPOINT: webUrl.optional(),
  S3_REGION: z.string().min(1).max(50).default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'expected the name of a bucket')
    .optional(),
  S3_ACCESS_KEY_ID: z.string().max(200).optional(),
  S3_SECRET_ACCESS_KEY: z.string().max(200).optional(),
  /** `endpoint/bucket/key`; false: `bucket.endpoint/key`. */
  S3_PATH_STYLE: flag.default(true),
  /** Days after the deadline that files nobody answered with are kept. */
  EVIDENCE_UNUSED_DAYS: z.coerce.number().int().min(7, 'at least 7 days').max(3650).default(30),
  /** Months after an answer that its files are kept. */
  EVIDENCE_KEPT_MONTHS: z.coerce.number().int().min(6, 'at least 6 months').max(240).default(24),
  AUDIT_CHECKPOINT_DIR: z.string().transform((path) => resolve(path)),
  MERCHANT_WEB_DIR: z.string().default(fileURLToPath(new URL('../../merchant-web/dist', import.meta.url))),
  /** Who may push alerts; empty: everybody who signs. */
  WEBHOOK_ALLOW: addressRanges.default([]),
  WEBHOOK_RATE: rate.default({ calls: 20_000, seconds: 10 }),
  /** Signs what a mail server reports about mails that came back; without it that door is shut. */
  MAIL_BOUNCE_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
  /** Calls refused at the webhook (not signed, not allowed) by address; what is signed never counts. */
  WEBHOOK_REFUSALS: rate.default({ calls: 600, seconds: 60 }),
  /** By address: signing in, and whatever makes us send a mail to somebody who hasn't signed in. */
  RATE_LOGIN: rate.default({ calls: 10, seconds: 60 }),
  RATE_MAIL: rate.default({ calls: 5, seconds: 60 }),
  RATE_MAIL_DAY: rate.default({ calls: 20, seconds: 86_400 }),
  /** By account. */
  RATE_READ: rate.default({ calls: 300, seconds: 60 }),
  RATE_WRITE: rate.default({ calls: 120, seconds: 60 }),
  RATE_EXPORT: rate.default({ calls: 10, seconds: 60 }),
  /** From here staff always get in, whatever the lists say that they keep themselves: the way back after a mistake. */
  STAFF_ALLOW_ALWAYS: addressRanges.default([]),
  /** Where staff sign in: accounts of this system, or the operator's own sign-in service at AUTH_URL. */
  AUTH_MODE: z.enum(['LOCAL', 'REMOTE'], 'expected LOCAL or REMOTE').default('LOCAL'),
  AUTH_URL: webUrl.optional(),
  AUTH_TIMEOUT_MS: z.coerce.number().int().min(100).max(10_000).default(3000),
  /** In REMOTE: accounts made on the command line may sign in by their password here. */
  AUTH_LOCAL_ADMINS: flag.default(false),
  /** Whose X-Forwarded-For is believed; empty: nobody's. */
  TRUST_PROXY: addressRanges.default([]),
  /** The header in which a trusted proxy names the caller's country (`CF-IPCountry`); none when absent. */
  COUNTRY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'expected the name of a header')
    .optional(),
  /** Other origins whose pages may call the API; the app's own pages need none. */
  CORS_ORIGINS: origins.default([]),
  DB_POOL: z.coerce.number().int().min(1).max(500).default(20),
  DB_ALLOW_UNSAFE_DURABILITY: flag.default(false),
  REDIS_PREFIX: z.string().max(50).default('fw:'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PROVIDER_SIGNATURE: z.enum(['hmac-sha256', 'md5-salt'], 'expected hmac-sha256 or md5-salt').default('hmac-sha256'),
  PROVIDER_SIGN_FIELD: z.string().default('sign'),
  PROVIDER_SIGN_UPPERCASE: flag.default(false),
  PROVIDER_SIGN_EMPTY: flag.default(false),
  /** Send the sign key as a parameter, for a provider that insists on what the requirement document lists. */
  PROVIDER_SEND_SIGN_KEY: flag.default(false),
  PROVIDER_PATH_REGISTER: z.string().startsWith('/').default('/api/tradefensor/register'),
  PROVIDER_PATH_CLOSE: z.string().startsWith('/').default('/api/tradefensor/register/close'),
  /** `/{cardRef}` is appended: how an enrolment stands. */
  PROVIDER_PATH_STATUS: z.string().startsWith('/').default('/api/tradefensor/register'),
  /** Whether the provider can be asked that; if not, overdue enrolments are shown to people alone. */
  PROVIDER_TELLS_ENROLMENTS: flag.default(true),
  PROVIDER_PATH_FEEDBACK: z.string().startsWith('/').default('/feedback'),
  PROVIDER_PATH_PING: z.string().startsWith('/').default('/ping'),
  /** `host:port` that chat robots may live at besides the vendors' own hosts: a sandbox, or a gateway of one's own; its address isn't checked. */
  CHAT_EXTRA_HOSTS: hosts.default([]),
  /** What an RDR enrolment calls its program, acquirer BIN, CAID and ARN. */
  PROVIDER_RDR_FIELDS: fieldNames(4).prefault('program,acquirerBin,caid,arn'),
  /** Working days until the result of an enrolment that is looked at by hand, for the date merchants are shown. */
  PROVIDER_REVIEW_DAYS_ETHOCA: z.coerce.number().int().min(0).max(60).default(3),
  PROVIDER_REVIEW_DAYS_RDR: z.coerce.number().int().min(0).max(60).default(5),
  /** Where `seed.ts` lets the platform call the provider: the sandbox's address. */
  SEED_API_ENDPOINT: webUrl.optional(),
  /** Failed calls in a row after which the others are held back, and how long until one is let through again. */
  PROVIDER_BREAKER_FAILURES: z.coerce.number().int().min(1).max(1000).default(5),
  PROVIDER_BREAKER_OPEN_SECONDS: z.coerce.number().int().min(1).max(3600).default(30),
  PROVIDER_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(15_000),
});

/** Read with NODE_ENV=test alone: where the process kills itself, and leases short enough to see them run out. */
const FaultEnv = z.object({
  CRASH_AT: z.enum(CRASH_POINTS).optional(),
  EFFECT_LEASE_MS: z.coerce.number().int().positive().optional(),
  INGEST_LEASE_MS: z.coerce.number().int().positive().optional(),
});

export type Config = ReturnType<typeof readConfig>;

/** Its message is meant for the person who starts the program: everything that is wrong, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** sysexits.h EX_CONFIG: a supervisor must not restart on it. */
export const EX_CONFIG = 78;

/** Reads the environment once. Throws {@link ConfigError} with all problems at once. */
export function readConfig(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const production = given.NODE_ENV === 'production';
  const problems: string[] = [];
  if (production) {
    for (const [name, purpose] of Object.entries(PURPOSE)) {
      if (name === 'FILES_DIR' && given.S3_ENDPOINT !== undefined) continue;
      if (given[name] === undefined) problems.push(`${name} is missing: ${purpose}`);
    }
    for (const name of ['DATA_KEYS', 'TOKEN_KEYS'] as const) {
      if (given[name] === DEVELOPMENT[name]) problems.push(`${name} is the demo key, which everybody knows`);
    }
    if (given.AUTH_MODE === 'REMOTE' && given.AUTH_URL?.startsWith('http:'))
      problems.push('AUTH_URL must be https: passwords of staff travel there');
    if (given.PUBLIC_URL?.startsWith('http:')) problems.push('PUBLIC_URL must be https: sign-in cookies need it');
  }
  if (given.AUTH_MODE === 'REMOTE' && given.AUTH_URL === undefined)
    problems.push('AUTH_URL is missing: the address of the sign-in service, which AUTH_MODE=REMOTE asks for');
  if (given.S3_ENDPOINT !== undefined) {
    for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
      if (given[name] === undefined) problems.push(`${name} is missing: S3_ENDPOINT asks for it`);
    if (production && given.S3_ENDPOINT.startsWith('http:'))
      problems.push('S3_ENDPOINT must be https: who overhears it could replace files');
  }
  const parsed = Env.safeParse({ ...DEVELOPMENT, ...given });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) problems.push(`${path.join('.')}: ${message}`);
  }
  if (problems.length > 0 || !parsed.success) {
    throw new ConfigError(
      `The configuration can't be used (${problems.length}):\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
  }
  const { data } = parsed;
  const faults = data.NODE_ENV === 'test' ? FaultEnv.parse(given) : {};
  const publicUrl = data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`;
  const [program = '', acquirerBin = '', caid = '', arn = ''] = data.PROVIDER_RDR_FIELDS;
  return {
    production,
    env: data.NODE_ENV,
    host: data.HOST,
    port: data.PORT,
    metricsPort: data.METRICS_PORT,
    publicUrl,
    databaseUrl: data.DATABASE_URL,
    dbPool: data.DB_POOL,
    allowUnsafeDurability: data.DB_ALLOW_UNSAFE_DURABILITY,
    redisUrl: data.REDIS_URL,
    redisPrefix: data.REDIS_PREFIX,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    dataKeys: data.DATA_KEYS,
    tokenKeys: data.TOKEN_KEYS,
    merchantWebDir: data.MERCHANT_WEB_DIR,
    filesDir: data.FILES_DIR,
    evidenceUnusedDays: data.EVIDENCE_UNUSED_DAYS,
    evidenceKeptMonths: data.EVIDENCE_KEPT_MONTHS,
    s3:
      data.S3_ENDPOINT === undefined
        ? undefined
        : {
            endpoint: data.S3_ENDPOINT,
            region: data.S3_REGION,
            bucket: data.S3_BUCKET ?? '',
            accessKeyId: data.S3_ACCESS_KEY_ID ?? '',
            secretAccessKey: data.S3_SECRET_ACCESS_KEY ?? '',
            pathStyle: data.S3_PATH_STYLE,
          },
    auditCheckpointDir: data.AUDIT_CHECKPOINT_DIR,
    webhookAllow: data.WEBHOOK_ALLOW,
    webhookRate: data.WEBHOOK_RATE,
    webhookRefusals: data.WEBHOOK_REFUSALS,
    mailBounceSecret: data.MAIL_BOUNCE_SECRET,
    rates: {
      login: [data.RATE_LOGIN],
      mail: [data.RATE_MAIL, data.RATE_MAIL_DAY],
      read: [data.RATE_READ],
      write: [data.RATE_WRITE],
      export: [data.RATE_EXPORT],
    } satisfies Record<RateClass, Rate[]>,
    staffAllowAlways: data.STAFF_ALLOW_ALWAYS,
    auth:
      data.AUTH_MODE === 'REMOTE' && data.AUTH_URL !== undefined
        ? { url: data.AUTH_URL, timeoutMs: data.AUTH_TIMEOUT_MS, localAdmins: data.AUTH_LOCAL_ADMINS }
        : undefined,
    trustProxy: data.TRUST_PROXY,
    countryHeader: data.COUNTRY_HEADER,
    corsOrigins: data.CORS_ORIGINS,
    logLevel: data.LOG_LEVEL,
    crashAt: faults.CRASH_AT,
    leases: { effect: faults.EFFECT_LEASE_MS, ingest: faults.INGEST_LEASE_MS },
    chatExtraHosts: data.CHAT_EXTRA_HOSTS,
    seedApiEndpoint: data.SEED_API_ENDPOINT,
    provider: {
      callbackUrl: data.PROVIDER_CALLBACK_URL ?? `${publicUrl}/api/v1/webhook/status`,
      signature: data.PROVIDER_SIGNATURE,
      signField: data.PROVIDER_SIGN_FIELD,
      signUppercase: data.PROVIDER_SIGN_UPPERCASE,
      signEmpty: data.PROVIDER_SIGN_EMPTY,
      sendSignKey: data.PROVIDER_SEND_SIGN_KEY,
      timeoutMs: data.PROVIDER_TIMEOUT_MS,
      paths: {
        register: data.PROVIDER_PATH_REGISTER,
        close: data.PROVIDER_PATH_CLOSE,
        status: data.PROVIDER_PATH_STATUS,
        feedback: data.PROVIDER_PATH_FEEDBACK,
        ping: data.PROVIDER_PATH_PING,
      },
      tellsEnrolments: data.PROVIDER_TELLS_ENROLMENTS,
      breaker: {
        failures: data.PROVIDER_BREAKER_FAILURES,
        openMs: data.PROVIDER_BREAKER_OPEN_SECONDS * 1000,
      },
      rdrFields: { program, acquirerBin, caid, arn },
      reviewDays: { ETHOCA: data.PROVIDER_REVIEW_DAYS_ETHOCA, RDR: data.PROVIDER_REVIEW_DAYS_RDR },
    },
  };
}

/** Where tests find their servers: set by `npm test`. */
export function testServices(env: Record<string, string | undefined> = process.env) {
  const databaseUrl = env.TEST_DATABASE_URL;
  const redisUrl = env.TEST_REDIS_URL;
  if (!databaseUrl || !redisUrl) throw new ConfigError('Set TEST_DATABASE_URL and TEST_REDIS_URL, or run: npm test');
  return { databaseUrl, redisUrl };
}

/** `npm run gen` writes the database's types only when it is told a migrated database. */
export function generatorSettings(env: Record<string, string | undefined> = process.env) {
  return { databaseUrl: env.DATABASE_URL || undefined };
}
