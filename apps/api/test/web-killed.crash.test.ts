import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMerchant } from './crash/merchant.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { verify } from './crash/verify.ts';

const ALERTS = 1000;
const KILLS = 5;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

it('C-174 X-028 the receiver killed five times under load: every acknowledged alert is kept once and mailed', async () => {
  const began = performance.now();
  const merchant = await addMerchant(rig);
  await rig.start('worker');
  let web = await rig.start('web');
  const recoveries: number[] = [];
  const broken = Promise.withResolvers<never>();
  let killing = Promise.resolve();
  const killAndRestart = async () => {
    const killed = performance.now();
    await web.kill();
    web = await rig.start('web');
    recoveries.push(Math.round(performance.now() - killed));
  };
  const load = sendAlerts({
    url: rig.url,
    alerts: merchant.alerts(ALERTS),
    onAck(count) {
      if (count % Math.floor(ALERTS / (KILLS + 1)) !== 0 || count === ALERTS) return;
      if (count / Math.floor(ALERTS / (KILLS + 1)) > KILLS) return;
      killing = killing.then(killAndRestart).catch(broken.reject);
    },
  });
  const sent = await Promise.race([load, broken.promise]);
  await killing;
  const sending = Math.round(performance.now() - began);
  expect(recoveries).toHaveLength(KILLS);
  const { 200: ok, 0: unanswered = 0, ...others } = sent.answers;
  expect(ok).toBe(ALERTS);
  expect(others, 'a killed process answers nothing, never something wrong').toEqual({});
  expect(unanswered, 'the kills were felt').toBeGreaterThanOrEqual(KILLS);
  const figures = await verify(rig, { acked: sent.acked, recipients: merchant.recipients });
  expect(figures.acked).toBe(ALERTS);
  report('receiver killed', { ...figures, unanswered, sending, recoveries });
});
