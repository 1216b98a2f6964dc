import { processAlert } from '@forewarn/core/alerts';
import { createCard, registerCard } from '@forewarn/core/cards';
import { ingestDeliveries, replayDelivery } from '@forewarn/core/deliveries';
import { createEffectLane, EFFECT_LEASE, type EffectHandlers } from '@forewarn/core/effects';
import { HOUR, MINUTE } from '@forewarn/core/kernel/time';
import { buildCard, buildMerchant, buildStaff, unique } from '@forewarn/core/testing';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';
import { HANDLERS } from '../worker/handlers.ts';
import { reconcile } from '../worker/reconcile.ts';
import { isStuck } from '../worker/watchdog.ts';

let flow: MainFlow;
beforeEach(async () => {
  flow = await startMainFlow();
});
afterEach(() => flow.stop());

const deliveryOf = (alertId: string) =>
  flow.db
    .selectFrom('providerDeliveries')
    .selectAll()
    .where('dedupKey', '=', Buffer.from(alertId))
    .executeTakeFirstOrThrow();
const alertIds = async () =>
  (await flow.db.selectFrom('chargebackAlerts').select('alertId').execute()).map((row) => row.alertId);
/** Its ciphertext no longer opens: what a worker can't know how to deal with. */
const spoil = (alertId: string) =>
  flow.db
    .updateTable('providerDeliveries')
    .set({ bodyEnc: Buffer.from('spoilt') })
    .where('dedupKey', '=', Buffer.from(alertId))
    .execute();

describe('a delivery that breaks its worker', () => {
  it('is tried five times and set aside; all others flow at once; replayed once it can be read', async () => {
    const admin = await buildStaff(flow.db);
    const good = [unique(), unique(), unique()];
    const bad = unique();
    for (const alertId of [good[0], bad, good[1], good[2]]) await flow.push({ alertId });
    const { bodyEnc } = await deliveryOf(bad);
    await spoil(bad);
    await flow.work();
    expect((await alertIds()).sort()).toEqual(good.toSorted());
    expect(await deliveryOf(bad)).toMatchObject({ status: 0, attempts: 1, leaseToken: null });
    await flow.workFor(HOUR, MINUTE);
    expect(await deliveryOf(bad)).toMatchObject({ status: 2, attempts: 6 });
    expect(await flow.mails(admin.email)).not.toHaveLength(0);
    for (const alertId of good) expect(await deliveryOf(alertId)).toMatchObject({ attempts: 1 });

    await flow.db.updateTable('providerDeliveries').set({ bodyEnc }).where('dedupKey', '=', Buffer.from(bad)).execute();
    await flow.run(admin.actor, replayDelivery, { id: (await deliveryOf(bad)).id, reason: 'key restored' });
    await flow.work();
    expect(await alertIds()).toContain(bad);
  });

  it('that kills the whole process takes no other delivery with it', async () => {
    const ids = Array.from({ length: 6 }, unique);
    for (const alertId of ids) await flow.push({ alertId });
    const killer = ids[2] ?? '';
    await spoil(killer);
    let deaths = 0;
    /** A worker that dies in the moment it comes upon the killer: everything it holds stays leased. */
    const die = () => {
      deaths += 1;
      throw new Error('died');
    };
    const mortal = { ...flow.core, log: { ...flow.core.log, error: die } };
    for (let life = 0; life < 12; life++) {
      try {
        while ((await ingestDeliveries(mortal, 200)) > 0);
      } catch {
        flow.clock.advance(MINUTE + 1);
      }
    }
    expect((await alertIds()).sort()).toEqual(ids.filter((id) => id !== killer).sort());
    expect(await deliveryOf(killer)).toMatchObject({ status: 2 });
    expect(deaths).toBe(5);
  });

  it('a batch whose worker died is read one by one, nobody loses a try', async () => {
    const ids = Array.from({ length: 5 }, unique);
    for (const alertId of ids) await flow.push({ alertId });
    await flow.db
      .updateTable('providerDeliveries')
      .set({ leaseToken: 'dead', attempts: 1, nextTime: flow.clock.now() })
      .execute();
    expect(await ingestDeliveries(flow.core, 200)).toBe(1);
    await flow.work();
    expect((await alertIds()).sort()).toEqual(ids.toSorted());
    for (const alertId of ids)
      expect(await deliveryOf(alertId)).toMatchObject({ status: 1, attempts: 2, leaseToken: null });
  });
});

describe('several workers', () => {
  it('share the deliveries: each is read once', async () => {
    await flow.push({ alertId: unique() }, { count: 120, concurrency: 30 });
    const taken = await Promise.all(Array.from({ length: 6 }, () => ingestDeliveries(flow.core, 30)));
    expect(taken.reduce((a, b) => a + b)).toBeLessThanOrEqual(120);
    await flow.work();
    expect(await alertIds()).toHaveLength(120);
    const { rows } = await sql<{ n: number }>`SELECT COUNT(*) AS n FROM alert_events WHERE kind = 'RECEIVED'`.execute(
      flow.db,
    );
    expect(Number(rows[0]?.n)).toBe(120);
    const again = await flow.db
      .selectFrom('alertEvents')
      .select('id')
      .where('kind', '=', 'DUPLICATE_RECEIVED')
      .execute();
    expect(again).toEqual([]);
  });

  it('one whose lease ran out writes nothing: neither alert nor history nor mail', async () => {
    const alertId = unique();
    await flow.push({ alertId });
    const { wire } = flow.core.ports;
    let takenOver: Promise<unknown> = Promise.resolve();
    const slow = {
      ...flow.core,
      db: flow.db.withPlugin({
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          await takenOver;
          return result;
        },
      }),
      ports: {
        ...flow.core.ports,
        wire: {
          ...wire,
          // While it reads, the lease goes to another worker.
          readAlert(body: Buffer) {
            takenOver = flow.db.updateTable('providerDeliveries').set({ leaseToken: 'another' }).execute();
            return wire.readAlert(body);
          },
        },
      },
    };
    await ingestDeliveries(slow, 10);
    expect(await alertIds()).toEqual([]);
    expect(await flow.db.selectFrom('alertEvents').select('id').execute()).toEqual([]);
    expect(await deliveryOf(alertId)).toMatchObject({ status: 0, leaseToken: 'another' });
    flow.clock.advance(2 * MINUTE);
    await flow.work();
    expect(await alertIds()).toEqual([alertId]);
  });
});

/** One due mail each, addressed by number. */
async function queueMails(count: number): Promise<void> {
  const now = flow.clock.now();
  for (let n = 0; n < count; n++) {
    await flow.db
      .insertInto('outbox')
      .values({
        lane: 'mail',
        topic: 'mail.send',
        effectKey: `test:${n}`,
        payload: JSON.stringify({ emailId: n }),
        nextTime: now,
        createdTime: now,
      })
      .execute();
  }
}
const outbox = () => flow.db.selectFrom('outbox').selectAll().orderBy('id').execute();
const attempts = () =>
  flow.db.selectFrom('effectAttempts').select(['number', 'outcome', 'detail']).orderBy('id').execute();
const handling = (send: EffectHandlers['mail.send']): EffectHandlers => ({ ...HANDLERS, 'mail.send': send });

describe('an effect', () => {
  it('its attempt stands in the table before anything is sent', async () => {
    await queueMails(1);
    let seen: unknown;
    const lane = createEffectLane(
      flow.core,
      handling(async () => {
        seen = await attempts();
        return { outcome: 'DONE' };
      }),
      'mail',
      1,
    );
    await lane.pump();
    await lane.drained();
    expect(seen).toEqual([{ number: 1, outcome: 'STARTED', detail: null }]);
    expect(await attempts()).toEqual([{ number: 1, outcome: 'DONE', detail: null }]);
  });

  it('a late finisher whose lease ran out writes nothing; its successor knows the outcome is uncertain', async () => {
    await queueMails(1);
    const gate = Promise.withResolvers<void>();
    const settled: string[] = [];
    const runs: boolean[] = [];
    const worker = (name: string, wait: Promise<void>) =>
      createEffectLane(
        flow.core,
        handling(async (_, run) => {
          runs.push(run.uncertain);
          await wait;
          return { outcome: 'DONE', detail: name, settle: async () => void settled.push(name) };
        }),
        'mail',
        1,
      );
    const slow = worker('slow', gate.promise);
    await slow.pump();
    flow.clock.advance(EFFECT_LEASE + 1);
    const quick = worker('quick', Promise.resolve());
    expect(await quick.pump()).toBe(1);
    await quick.drained();
    gate.resolve();
    await slow.drained();
    expect(settled).toEqual(['quick']);
    expect(runs).toEqual([false, true]);
    expect(await attempts()).toMatchObject([
      { number: 1, outcome: 'AMBIGUOUS' },
      { number: 2, outcome: 'DONE', detail: 'quick' },
    ]);
    expect(await outbox()).toMatchObject([{ status: 1, attempts: 2, leaseToken: null }]);
    expect(flow.core.logs.filter(({ level }) => level === 'warn').map(({ message }) => message)).toContain(
      'lease lost: the outcome of this try was left to its successor',
    );
  });

  it('one that throws is tried again, others go on', async () => {
    await queueMails(3);
    const lane = createEffectLane(
      flow.core,
      handling(async (_, { payload }) => {
        if (payload.emailId === 1) throw new Error('oops');
        return { outcome: 'DONE' };
      }),
      'mail',
      8,
    );
    await lane.pump();
    await lane.drained();
    expect((await outbox()).map(({ status }) => status)).toEqual([1, 0, 1]);
    expect((await outbox())[1]?.lastError).toBe('unexpected: oops');
  });

  it('a lane carries out no more than its width at a time, and goes on by itself', async () => {
    await queueMails(7);
    let now = 0;
    let most = 0;
    const lane = createEffectLane(
      flow.core,
      handling(async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        return { outcome: 'DONE' };
      }),
      'mail',
      2,
    );
    await lane.pump();
    await expect.poll(async () => (await outbox()).filter(({ status }) => status === 1).length).toBe(7);
    await lane.drained();
    expect(most).toBe(2);
  });

  it('a lane that is stopped finishes what is in flight and takes no more', async () => {
    await queueMails(6);
    const gate = Promise.withResolvers<void>();
    const lane = createEffectLane(
      flow.core,
      handling(async () => {
        await gate.promise;
        return { outcome: 'DONE' };
      }),
      'mail',
      2,
    );
    await lane.pump();
    const stopped = lane.stop();
    gate.resolve();
    await stopped;
    expect((await outbox()).map(({ status }) => status)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await lane.pump()).toBe(0);
  });
});

describe('the reconciler', () => {
  it('A-369 finds answers and cards nobody is going to send, and puts them on their way', async () => {
    const merchant = await buildMerchant(flow.db);
    const { descriptor, cardBin } = await buildCard(flow.db, { merchantId: merchant.id });
    const alertId = unique();
    await flow.push({ alertId, descriptor, cardBin, caid: '' });
    await flow.work();
    const { id } = await flow.db
      .selectFrom('chargebackAlerts')
      .select('id')
      .where('alertId', '=', alertId)
      .executeTakeFirstOrThrow();
    await flow.run(merchant.actor, processAlert, { id, action: 'IGNORE', reason: 'known' });
    const card = await flow.run(merchant.actor, createCard, {
      descriptor: `N ${unique()}`,
      cardBin: '411111',
      notifyEmail: 'a@example.test',
    });
    await flow.run(merchant.actor, registerCard, { id: card.id });
    expect(await reconcile(flow.core)).toEqual({
      overdueDeliveries: 0,
      overdueEffects: 0,
      strandedAnswers: 0,
      strandedCards: 0,
      overdueCards: 0,
      strandedImports: 0,
    });
    await flow.db.deleteFrom('outbox').where('lane', '=', 'provider').execute();
    flow.clock.advance(2 * MINUTE);
    expect(await reconcile(flow.core)).toMatchObject({ strandedAnswers: 1, strandedCards: 1 });
    await flow.work();
    expect((await flow.answersAtProvider(alertId)).effects).toHaveLength(1);
    expect(await flow.db.selectFrom('merchantCards').select('status').where('id', '=', card.id).execute()).toEqual([
      { status: 'REGISTERED' },
    ]);
    expect(await reconcile(flow.core)).toMatchObject({ strandedAnswers: 0, strandedCards: 0 });
  });

  it('rings again for what is due and lies about; the watchdog sees a worker that does nothing', async () => {
    await flow.push({ alertId: unique() });
    await queueMails(1);
    const started = flow.clock.now();
    flow.clock.advance(2 * MINUTE);
    flow.core.rings.length = 0;
    expect(await reconcile(flow.core)).toMatchObject({ overdueDeliveries: 1, overdueEffects: 1 });
    expect(flow.core.rings.sort()).toEqual(['ingest', 'outbound']);
    expect(await isStuck(flow.core, started)).toBe(true);
    expect(await isStuck(flow.core, flow.clock.now())).toBe(false);
    await flow.work();
    expect(await isStuck(flow.core, started)).toBe(false);
  });
});
