import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTcpProxy, type TcpProxy } from '../src/testing/tcp-proxy.ts';
import { addMerchant, type CrashMerchant } from './crash/merchant.ts';
import type { Process } from './crash/processes.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { verify } from './crash/verify.ts';

const ALERTS = 10;
const CUTS = 5;

let rig: Rig;
let line: TcpProxy;
let merchant: CrashMerchant;
let worker: Process | undefined;
beforeAll(async () => {
  rig = await startRig({ EFFECT_LEASE_MS: '2000' });
  const { hostname, port } = new URL(rig.system.config.smtpUrl);
  line = await startTcpProxy({ host: hostname, port: Number(port) });
  await rig.start('web');
});
beforeEach(async () => {
  merchant = await addMerchant(rig);
});
afterEach(async () => {
  line.heal();
  await worker?.kill();
});
afterAll(async () => {
  await rig?.stop();
  await line?.stop();
});

const startWorker = () => rig.start('worker', { SMTP_URL: line.through(rig.system.config.smtpUrl) });
/** Tries that ended without the mail being taken, as far as one could tell. */
const failedTries = async () =>
  (await rig.db.selectFrom('effectAttempts').select('id').where('outcome', 'in', ['NOT_SENT', 'AMBIGUOUS']).execute())
    .length;

describe('X-028 A-237 the mail server', () => {
  it('cuts the line after it has the mail: sent again, every copy the same mail', async () => {
    worker = await startWorker();
    await rig.control('faults', { target: 'smtp', mode: 'drop-after-commit', times: CUTS });
    const { acked } = await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS) });
    const figures = await verify(rig, { acked, recipients: merchant.recipients });
    expect(figures.extraMails, 'one more for every cut, none else').toBe(CUTS);
    expect(await failedTries()).toBe(CUTS);
    report('mail cut after DATA', figures);
  });

  it('is away, and the worker dies meanwhile: all mails go out when it is back, none twice', async () => {
    const before = await failedTries();
    line.cut();
    worker = await startWorker();
    const { acked } = await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS) });
    const everyMailTried = before + ALERTS * merchant.recipients.length;
    await expect.poll(failedTries, { timeout: 20_000 }).toBeGreaterThanOrEqual(everyMailTried);
    await worker.kill();
    line.heal();
    worker = await startWorker();
    const figures = await verify(rig, { acked, recipients: merchant.recipients });
    expect(figures.extraMails).toBe(0);
    report('mail server away', figures);
  });
});
