import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = (id: string, byte = 7) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://alerts.example.com/',
  DATABASE_URL: 'mysql://u:p@db:3306/forewarn',
  REDIS_URL: 'rediss://:p@redis:6379',
  SMTP_URL: 'smtps://u:p@mail:465',
  MAIL_FROM: 'Forewarn <alerts@example.com>',
  DATA_KEYS: key('d1'),
  TOKEN_KEYS: `${key('t2')},${key('t1', 8)}`,
  PROVIDER_CALLBACK_URL: 'https://alerts.example.com/api/v1/webhook/status',
  FILES_DIR: '/var/lib/forewarn/files',
  AUDIT_CHECKPOINT_DIR: '/var/lib/forewarn/audit',
};

function problemsOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('readConfig accepted it');
}

describe('configuration', () => {
  it('works in development without a single variable', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ production: false, publicUrl: 'http://127.0.0.1:8080', webhookAllow: [] });
    expect(config.provider.callbackUrl).toBe('http://127.0.0.1:8080/api/v1/webhook/status');
    expect(config.dataKeys[0]?.key.length).toBe(32);
  });

  it('production lists everything that is missing in one message', () => {
    const message = problemsOf({ NODE_ENV: 'production' });
    for (const name of Object.keys(PRODUCTION).slice(1)) expect(message).toContain(`- ${name} is missing: `);
  });

  it.each(Object.keys(PRODUCTION).slice(1))('production refuses to start without %s', (name) => {
    expect(problemsOf({ ...PRODUCTION, [name]: '' })).toContain(`(1):\n  - ${name} is missing`);
  });

  it('a crash point and short leases count in tests alone', () => {
    const env = { CRASH_AT: 'mail.after-send', EFFECT_LEASE_MS: '2000', INGEST_LEASE_MS: '2000' };
    const off = { crashAt: undefined, leases: { effect: undefined, ingest: undefined } };
    expect(readConfig({ ...PRODUCTION, ...env })).toMatchObject(off);
    expect(readConfig(env)).toMatchObject(off);
    expect(readConfig({ ...env, NODE_ENV: 'test' })).toMatchObject({
      crashAt: 'mail.after-send',
      leases: { effect: 2000, ingest: 2000 },
    });
  });

  it('production starts when it has all', () => {
    const config = readConfig(PRODUCTION);
    expect(config.publicUrl).toBe('https://alerts.example.com');
    expect(config.tokenKeys.map(({ id }) => id)).toEqual(['t2', 't1']);
  });

  it('production refuses the demo keys and an address without TLS', () => {
    const demo = 'demo:ZGVtby1kYXRhLWtleS1ub3QtZm9yLXByb2R1Y3Rpb24=';
    const message = problemsOf({ ...PRODUCTION, DATA_KEYS: demo, PUBLIC_URL: 'http://alerts.example.com' });
    expect(message).toContain('DATA_KEYS is the demo key');
    expect(message).toContain('PUBLIC_URL must be https');
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'postgres://x/y'],
    ['DATA_KEYS', 'short:YWJj'],
    ['DATA_KEYS', `${key('a')},${key('a', 1)}`],
    ['WEBHOOK_ALLOW', '10.0.0.0/33'],
    ['WEBHOOK_ALLOW', '10.0.0'],
    ['WEBHOOK_ALLOW', '2001:db8::/129'],
    ['WEBHOOK_RATE', '0/10'],
    ['TRUST_PROXY', 'everyone'],
    ['PROVIDER_SIGNATURE', 'rot13'],
    ['DB_ALLOW_UNSAFE_DURABILITY', 'maybe'],
    ['MAIL_FROM', 'a@b\r\nBcc: c@d'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(problemsOf({ [name]: value })).toContain(`- ${name}: `);
  });

  it('never repeats a secret in its message', () => {
    const message = problemsOf({ ...PRODUCTION, DATA_KEYS: 'canary-secret', DATABASE_URL: 'http://u:canary-secret@x' });
    expect(message).toContain('DATA_KEYS');
    expect(message).not.toContain('canary-secret');
  });

  it('C-251 staff sign in here unless told where else, over https in production', () => {
    expect(readConfig({}).auth).toBeUndefined();
    expect(problemsOf({ AUTH_MODE: 'REMOTE' })).toContain('AUTH_URL is missing');
    expect(problemsOf({ ...PRODUCTION, AUTH_MODE: 'REMOTE', AUTH_URL: 'http://auth' })).toContain(
      'AUTH_URL must be https',
    );
    const { auth } = readConfig({ ...PRODUCTION, AUTH_MODE: 'REMOTE', AUTH_URL: 'https://auth.example.com/' });
    expect(auth).toEqual({ url: 'https://auth.example.com', timeoutMs: 3000, localAdmins: false });
  });

  it('A-355 reads the allow-list and the rate of the webhook', () => {
    const config = readConfig({ WEBHOOK_ALLOW: '10.0.0.0/8, 2001:db8::/32 ,loopback', WEBHOOK_RATE: '50/10' });
    expect(config.webhookAllow).toEqual(['10.0.0.0/8', '2001:db8::/32', '127.0.0.0/8', '::1/128']);
    expect(config.webhookRate).toEqual({ calls: 50, seconds: 10 });
  });
});
