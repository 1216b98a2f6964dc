import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMerchant } from './crash/merchant.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { verify } from './crash/verify.ts';

const ALERTS = 600;
const ANSWERS = 20;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

/** As FLUSHALL would do, but only to the keys of this system: the server is shared. */
async function empty(): Promise<number> {
  const { redis, config } = rig.system.deps;
  let removed = 0;
  for await (const keys of redis.scanStream({ match: `${config.redisPrefix}*`, count: 1000 })) {
    if (keys.length > 0) removed += await redis.unlink(...(keys as string[]));
  }
  return removed;
}

it('X-028 A-289 Redis is emptied again and again while alerts flow: it was only the bell, everything gets done', async () => {
  const merchant = await addMerchant(rig);
  await rig.start('web');
  await rig.start('worker');
  let over = false;
  const emptied: number[] = [];
  const emptying = (async () => {
    while (!over) {
      emptied.push(await empty());
      await sleep(100);
    }
  })();
  const { acked, answers } = await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS) });
  const answered = acked.slice(0, ANSWERS);
  for (const alertId of answered) await merchant.answer(alertId);
  over = true;
  await emptying;

  expect(answers, 'nobody outside notices').toEqual({ 200: ALERTS });
  expect(Math.max(...emptied), 'there was something to lose').toBeGreaterThan(0);
  const figures = await verify(rig, { acked, answered, recipients: merchant.recipients });
  expect(figures).toMatchObject({ acked: ALERTS, missing: 0, twice: 0, extraMails: 0, effects: ANSWERS });
  report('Redis emptied', { ...figures, times: emptied.length, keys: emptied.reduce((sum, keys) => sum + keys, 0) });
});
