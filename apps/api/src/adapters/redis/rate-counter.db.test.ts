import { RATE_CLASSES, type Rate, type RateClass } from '@forewarn/core/ports/rate-counter';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRateCounter } from './rate-counter.ts';

const url = process.env.TEST_REDIS_URL;
if (!url) throw new Error('TEST_REDIS_URL is not set');
const prefix = `test:${crypto.randomUUID()}:`;
const rates: Record<RateClass, Rate[]> = {
  login: [{ calls: 3, seconds: 60 }],
  mail: [
    { calls: 2, seconds: 60 },
    { calls: 3, seconds: 86_400 },
  ],
  read: [{ calls: 5, seconds: 60 }],
  write: [{ calls: 2, seconds: 60 }],
  export: [{ calls: 1, seconds: 60 }],
};
const log = { debug() {}, info() {}, warn() {}, error() {} };

describe('A-304, C-266 rate limits', () => {
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
    expect(verdicts[3]).toMatchObject({ limit: 3, remaining: 0 });
    expect(verdicts[3]?.retryAfter).toBeGreaterThan(50);
    expect((await a.take('login', '10.0.0.2')).allowed).toBe(true);
    expect((await a.take('read', '10.0.0.1')).allowed).toBe(true);
  });

  it('A-384 hold by the minute and by the day, and name the window that refuses', async () => {
    const counter = createRateCounter(redis, rates, prefix, log);
    const first = [];
    for (let i = 0; i < 3; i++) first.push(await counter.take('mail', '10.0.0.3'));
    expect(first.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    expect(first[2]?.limit).toBe(2);
    // As if the minute were over.
    await redis.del(`${prefix}rate:mail:60:10.0.0.3`);
    const later = createRateCounter(redis, rates, prefix, log);
    expect((await later.take('mail', '10.0.0.3')).allowed).toBe(true);
    const last = await later.take('mail', '10.0.0.3');
    expect(last).toMatchObject({ allowed: false, limit: 3 });
    expect(last.retryAfter).toBeGreaterThan(3600);
  });

  it('refuse a flood from memory, without asking Redis each time', async () => {
    const counter = createRateCounter(redis, rates, prefix, log);
    for (let i = 0; i < 10; i++) await counter.take('export', '10.0.0.4');
    expect(await redis.get(`${prefix}rate:export:60:10.0.0.4`)).toBe('2');
  });

  it.each(RATE_CLASSES.map((name) => [name] as const))(
    'still hold in this process while Redis is away: %s',
    async (name) => {
      const counter = createRateCounter(away, rates, prefix, log);
      const calls = rates[name][0]?.calls ?? 0;
      const allowed = [];
      for (let i = 0; i <= calls; i++) allowed.push((await counter.take(name, '10.0.0.9')).allowed);
      expect(allowed).toEqual([...Array(calls).fill(true), false]);
    },
  );

  it('a Redis that hangs counts as one that is away', async () => {
    const hanging = new Redis(url, { commandTimeout: 100, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    await new Promise((resolve) => hanging.once('ready', resolve));
    try {
      const counter = createRateCounter(hanging, rates, prefix, log);
      // The connection waits for an answer that isn't coming: what is sent behind it waits as well.
      hanging.blpop(`${prefix}never`, 2).catch(() => {});
      const allowed = [];
      for (let i = 0; i < 4; i++) allowed.push((await counter.take('login', '10.0.0.10')).allowed);
      expect(allowed).toEqual([true, true, true, false]);
    } finally {
      hanging.disconnect();
    }
  });
});
