import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addMerchant, type CrashMerchant } from './crash/merchant.ts';
import { type OwnRedis, startOwnRedis } from './crash/own-redis.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { verify } from './crash/verify.ts';

let redis: OwnRedis;
let rig: Rig;
let merchant: CrashMerchant;
beforeAll(async () => {
  redis = await startOwnRedis();
  rig = await startRig({ REDIS_URL: redis.url });
  await rig.start('web');
  await rig.start('worker');
});
beforeEach(async () => {
  merchant = await addMerchant(rig);
});
afterAll(async () => {
  await rig?.stop();
  await redis?.stop();
});

const bull = () => `${rig.system.config.redisPrefix}bull`;
/** Rings so far, as BullMQ counts them; gone with Redis, so it starts from nothing again. */
const rings = async (queue: string) => Number((await redis.ask.get(`${bull()}:${queue}:id`)) ?? 0);
/** Whether a worker hangs on the bell's line. */
const listening = async () => /cmd=bzpopmin/.test(String(await redis.ask.client('LIST')));

it('X-028 Redis is killed: alerts are taken, mailed and answered without it, and the bell works again when it is back', async () => {
  const { recipients } = merchant;
  const before = await sendAlerts({ url: rig.url, alerts: merchant.alerts(20) });
  await verify(rig, { acked: before.acked, recipients });
  expect(await rings('ingest'), 'the bell is in use').toBeGreaterThan(0);

  await redis.kill();
  const during = await sendAlerts({ url: rig.url, alerts: merchant.alerts(50) });
  expect(during.answers, 'every first try is taken').toEqual({ 200: 50 });
  const [first] = during.acked;
  await merchant.answer(String(first));
  const away = await verify(rig, { acked: during.acked, answered: [String(first)], recipients });
  expect(away.drained, 'alert to mail without Redis').toBeLessThan(15_000);

  const back = performance.now();
  await redis.start();
  await expect.poll(listening, { timeout: 10_000 }).toBe(true);
  const resumed = Math.round(performance.now() - back);
  const after = await sendAlerts({ url: rig.url, alerts: merchant.alerts(20) });
  await expect.poll(() => rings('ingest'), { timeout: 10_000 }).toBeGreaterThan(0);
  await verify(rig, { acked: after.acked, recipients });
  report('Redis killed', { ...away, slowest: Math.round(during.slowest), resumed });
});

it('X-028 Redis is killed, restarted and emptied again and again under load: nothing is lost', async () => {
  let over = false;
  let faults = 0;
  const mischief = (async () => {
    for (; !over; faults++) {
      await redis.ask.flushall();
      await sleep(100);
      await redis.kill();
      await sleep(200);
      await redis.start();
      await sleep(200);
    }
  })();
  const { acked, answers, slowest } = await sendAlerts({ url: rig.url, alerts: merchant.alerts(600), senders: 4 });
  over = true;
  await mischief;
  expect(answers, 'every first try is taken').toEqual({ 200: 600 });
  const figures = await verify(rig, { acked, recipients: merchant.recipients });
  expect(faults).toBeGreaterThan(1);
  report('Redis killed and emptied under load', { ...figures, faults, slowest: Math.round(slowest) });
});
