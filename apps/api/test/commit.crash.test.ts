import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CrashPoint } from '../src/crash-point.ts';
import { addMerchant, type CrashMerchant } from './crash/merchant.ts';
import type { Process } from './crash/processes.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { settled } from './crash/settled.ts';
import { verify } from './crash/verify.ts';

const ALERTS = 30;
const DEATHS = 2;

let rig: Rig;
let merchant: CrashMerchant;
let web: Process | undefined;
let worker: Process | undefined;
beforeAll(async () => {
  rig = await startRig({ EFFECT_LEASE_MS: '2000', INGEST_LEASE_MS: '2000' });
});
beforeEach(async () => {
  merchant = await addMerchant(rig);
});
afterEach(async () => {
  await web?.kill();
  await worker?.kill();
});
afterAll(() => rig.stop());

/** A worker that dies at `point`, again and again, each time with new work before it, then one that lives. */
async function workerDiesAt(point: CrashPoint, prepare: () => Promise<unknown> = async () => {}): Promise<void> {
  for (let death = 0; death < DEATHS; death++) {
    await prepare();
    worker = await rig.start('worker', { CRASH_AT: point });
    expect(await worker.ended, `it dies at ${point}`).toBe('SIGKILL');
  }
  worker = await rig.start('worker');
}

describe('X-028 the receiver dies around its commit: what was not answered is sent again, what is stored is stored once', () => {
  it.each([
    ['receive.before-commit', 0],
    ['receive.after-commit', 1],
  ] as const)('%s', async (point, least) => {
    worker = await rig.start('worker');
    // Few senders: they ask without pause while nobody is there, and the machine is for the process that starts.
    const sending = sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS), senders: 4 });
    for (let death = 0; death < DEATHS; death++) {
      web = await rig.start('web', { CRASH_AT: point });
      expect(await web.ended, `it dies at ${point}`).toBe('SIGKILL');
    }
    web = await rig.start('web');
    const { acked, answers } = await sending;
    expect(answers[200]).toBe(ALERTS);
    expect(answers[0]).toBeGreaterThanOrEqual(DEATHS);
    const { repeats } = await rig.db
      .selectFrom('providerDeliveries')
      .where(
        'dedupKey',
        'in',
        acked.map((id) => Buffer.from(id)),
      )
      .select((eb) => eb.fn.sum<string>('repeats').as('repeats'))
      .executeTakeFirstOrThrow();
    // Stored although its sender never heard so: the second kind of death leaves such alerts for certain, the first only where another
    // batch was committed and not yet answered.
    expect(Number(repeats)).toBeGreaterThanOrEqual(least);
    const figures = await verify(rig, { acked, recipients: merchant.recipients });
    report(point, { ...figures, unanswered: answers[0], repeats: Number(repeats) });
  });
});

describe('X-028 A-289 the worker dies around its commits: nothing is lost, nothing is done twice', () => {
  it.each(['ingest.after-claim', 'ingest.before-commit', 'ingest.after-commit'] as const)('%s', async (point) => {
    web = await rig.start('web');
    const acked: string[] = [];
    await workerDiesAt(point, async () => {
      acked.push(...(await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS / DEATHS) })).acked);
    });
    const figures = await verify(rig, { acked, recipients: merchant.recipients });
    // What another batch had committed may be on its way out when the process dies: at most what a lane sends at a time.
    expect(figures.extraMails).toBeLessThanOrEqual(8 * DEATHS);
    report(point, figures);
  });

  it.each(['effect.after-claim', 'effect.before-commit'] as const)('%s, with answers to send', async (point) => {
    web = await rig.start('web');
    worker = await rig.start('worker');
    const { acked } = await sendAlerts({ url: rig.url, alerts: merchant.alerts(ALERTS) });
    await settled(rig);
    await worker.kill();
    for (const alertId of acked) await merchant.answer(alertId);
    await workerDiesAt(point);
    const figures = await verify(rig, { acked, answered: acked, recipients: merchant.recipients });
    if (point === 'effect.after-claim') expect(figures.requests, 'nothing was sent before the crash').toBe(ALERTS);
    report(point, figures);
  });
});
