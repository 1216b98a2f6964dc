import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CrashPoint } from '../src/crash-point.ts';
import { addMerchant, type CrashMerchant } from './crash/merchant.ts';
import type { Process } from './crash/processes.ts';
import { report } from './crash/report.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { settled } from './crash/settled.ts';
import { type Figures, verify } from './crash/verify.ts';

const ALERTS = 20;

let rig: Rig;
let merchant: CrashMerchant;
/** Alerts that wait for an answer. */
let recorded: string[];
let worker: Process | undefined;
beforeAll(async () => {
  // A lease runs out soon enough to be waited for.
  rig = await startRig({ EFFECT_LEASE_MS: '2000', INGEST_LEASE_MS: '2000' });
  merchant = await addMerchant(rig);
  await rig.start('web');
  worker = await rig.start('worker');
  recorded = await push(3 * ALERTS);
  await settled(rig);
  await worker.kill();
});
afterEach(async () => {
  await worker?.kill();
  await fetch(`${rig.system.sandbox?.http}/__control/faults`, { method: 'DELETE' });
});
afterAll(() => rig.stop());

const push = async (count = ALERTS) => (await sendAlerts({ url: rig.url, alerts: merchant.alerts(count) })).acked;

/** Answers alerts that are recorded and mailed, while no worker is there to send the answers. */
async function answerSome(): Promise<string[]> {
  const some = recorded.splice(0, ALERTS);
  for (const alertId of some) await merchant.answer(alertId);
  return some;
}

/** Starts a worker that dies at `point`, several times, then one that lives. */
async function dieAndRecover(point: CrashPoint, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    worker = await rig.start('worker', { CRASH_AT: point });
    const late = sleep(30_000, 'it is still alive', { ref: false });
    expect(await Promise.race([worker.ended, late]), `it dies at ${point}`).toBe('SIGKILL');
  }
  worker = await rig.start('worker');
}

async function compare(title: string, acked: string[], answered: string[] = []): Promise<Figures> {
  const figures = await verify(rig, { acked, answered, recipients: merchant.recipients });
  report(title, figures);
  return figures;
}

/** Tries of this merchant's answers that were cut off and found out to be so. */
async function cutOff(acked: string[]): Promise<number> {
  const rows = await rig.db
    .selectFrom('effectAttempts')
    .innerJoin('outbox', 'outbox.id', 'effectAttempts.outboxId')
    .innerJoin('alertFeedbacks', (join) =>
      join.on((eb) => eb('outbox.effectKey', '=', eb.fn<string>('concat', [eb.val('answer:'), 'alertFeedbacks.id']))),
    )
    .innerJoin('chargebackAlerts', 'chargebackAlerts.id', 'alertFeedbacks.alertRef')
    .where('outbox.topic', '=', 'alert.answer')
    .where('chargebackAlerts.alertId', 'in', acked)
    .where('effectAttempts.outcome', '=', 'AMBIGUOUS')
    .select('effectAttempts.id')
    .execute();
  return rows.length;
}

describe('X-028 A-369 the worker is killed while it sends answers', () => {
  it('before the call: each answer goes out once', async () => {
    const acked = await answerSome();
    await dieAndRecover('answer.before-call', 2);
    const { effects } = await compare('killed before the call', acked, acked);
    expect(effects).toBe(ALERTS);
    expect(await cutOff(acked)).toBeGreaterThan(0);
  });

  it('after the call, before its outcome is written down: sent again with the same bytes, one effect', async () => {
    const acked = await answerSome();
    await dieAndRecover('answer.after-call', 2);
    const { requests, effects } = await compare('killed after the call', acked, acked);
    expect(effects).toBe(ALERTS);
    expect(requests, 'an answer the provider had already was sent again').toBeGreaterThan(ALERTS);
    expect(await cutOff(acked)).toBeGreaterThan(0);
  });

  it('the provider takes the answer, the line drops, and the worker dies: one effect', async () => {
    const acked = await answerSome();
    await rig.control('faults', { target: 'provider.feedback', mode: 'drop-after-commit', times: ALERTS });
    await dieAndRecover('answer.after-call', 1);
    // The drops that are left are ordinary ones: those answers wait for a callback, and for this test no two minutes.
    await expect.poll(() => waitingForCallback(acked), { timeout: 30_000 }).toBeGreaterThan(0);
    await worker?.kill();
    await fetch(`${rig.system.sandbox?.http}/__control/faults`, { method: 'DELETE' });
    await dueNow();
    worker = await rig.start('worker');
    const { requests, effects } = await compare('dropped after commit, and killed', acked, acked);
    expect(effects).toBe(ALERTS);
    expect(requests).toBeGreaterThan(ALERTS);
  });
});

describe('X-028 A-289 the worker is killed while it takes alerts in and tells about them', () => {
  it('after a mail was handed over: every recipient has it, a second one is the same mail', async () => {
    const acked = await push();
    await dieAndRecover('mail.after-send', 2);
    const { extraMails } = await compare('killed after a mail', acked);
    expect(extraMails, 'what was in flight is sent again, nothing else').toBeGreaterThan(0);
    expect(extraMails).toBeLessThanOrEqual(2 * 8);
  });

  it('while it reads alerts: all are recorded, none is set aside', async () => {
    const acked = await push();
    await dieAndRecover('ingest.after-read', 2);
    expect(await compare('killed while reading', acked)).toMatchObject({ acked: ALERTS, missing: 0, twice: 0 });
  });

  it('again and again at any moment, under load', async () => {
    worker = await rig.start('worker');
    let restarting = Promise.resolve();
    const { acked } = await sendAlerts({
      url: rig.url,
      alerts: merchant.alerts(200),
      onAck: (count) => {
        if (count % 50 !== 0) return;
        restarting = restarting.then(async () => {
          await worker?.kill();
          worker = await rig.start('worker');
        });
      },
    });
    await restarting;
    expect(await compare('killed at any moment', acked)).toMatchObject({ acked: 200, missing: 0, twice: 0 });
  });
});

async function waitingForCallback(acked: string[]): Promise<number> {
  const rows = await rig.db
    .selectFrom('chargebackAlerts')
    .select('id')
    .where('alertId', 'in', acked)
    .where('feedbackStatus', '=', 'PENDING_RETRY')
    .execute();
  return rows.length;
}

/** Moves the clock forward for everything that waits for its next try. */
async function dueNow(): Promise<void> {
  await rig.db.updateTable('outbox').set({ nextTime: new Date() }).where('status', '=', 0).execute();
}
