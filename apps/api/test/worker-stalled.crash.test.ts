import type { ReceivedRequest } from '@forewarn/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMerchant } from './crash/merchant.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { settled } from './crash/settled.ts';
import { verify } from './crash/verify.ts';

const ALERTS = 8;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ EFFECT_LEASE_MS: '2000', INGEST_LEASE_MS: '2000', PROVIDER_TIMEOUT_MS: '10000' });
});
afterAll(() => rig?.stop());

it('X-028 A-369 a worker stands still in the middle of its answers and comes back after its lease: one effect, its late outcome is left out', async () => {
  const merchant = await addMerchant(rig);
  await rig.start('web');
  const stalled = await rig.start('worker');
  const { acked } = await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS) });
  await settled(rig);
  // The provider takes the answers at once and says so too late for the worker that stands still.
  await rig.control('faults', { target: 'provider.feedback', mode: 'slow', latencyMs: 1500, times: ALERTS });
  for (const alertId of acked) await merchant.answer(alertId);
  const requests = async () => (await rig.control<{ requests: ReceivedRequest[] }>('feedback')).requests.length;
  await expect.poll(requests, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
  process.kill(stalled.pid, 'SIGSTOP');

  const successor = await rig.start('worker');
  await settled(rig);
  process.kill(stalled.pid, 'SIGCONT');
  await expect.poll(() => rig.logs().includes('lease lost'), { timeout: 10_000 }).toBe(true);

  const figures = await verify(rig, { acked, answered: acked, recipients: merchant.recipients });
  expect(figures.effects).toBe(ALERTS);
  expect(figures.requests, 'what hung was sent again').toBeGreaterThan(ALERTS);
  report('worker stalled', figures);
  // The one that stood still goes on working as before.
  await successor.kill();
  const more = await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS) });
  await verify(rig, { acked: more.acked, recipients: merchant.recipients });
});
