import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRateCounter } from './rate-counter.ts';

const url = process.env.TEST_REDIS_URL;
if (!url) throw new Error('TEST_REDIS_URL is not set');
const prefix = `test:${crypto.randomUUID()}:`;
const rates = {
  login: { calls: 3, seconds: 60 },
  read: { calls: 5, seconds: 60 },
  write: { calls: 2, seconds: 60 },
};
const log = { debug() {}, info() {}, warn() {}, error() {} };

describe('rate limits', () => {
  const redis = new Redis(url);
  const away = new Redis('redis://127.0.0.1:1', {
    lazyConnect: true,
    retryStrategy: () => null,
    enableOfflineQueue: false,
  });
  away.on('error', () => {});
  beforeAll(() => redis.ping());
  afterAll(() => {
    redis.disconnect();
    away.disconnect();
  });

  it('are shared by two processes and say how long to wait', async () => {
    const [a, b] = [createRateCounter(redis, rates, prefix, log), createRateCounter(redis, rates, prefix, log)];
    const verdicts = [];
    for (const counter of [a, b, a, b]) verdicts.push(await counter.take('login', '10.0.0.1'));
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(verdicts[0]).toMatchObject({ limit: 3, remaining: 2 });
    expect(verdicts[3]?.retryAfter).toBeGreaterThan(50);
    expect((await a.take('login', '10.0.0.2')).allowed).toBe(true);
    expect((await a.take('read', '10.0.0.1')).allowed).toBe(true);
  });

  it('still hold in this process while Redis is away', async () => {
    const counter = createRateCounter(away, rates, prefix, log);
    const allowed = [];
    for (let i = 0; i < 4; i++) allowed.push((await counter.take('login', '10.0.0.9')).allowed);
    expect(allowed).toEqual([true, true, true, false]);
  });
});
