import { DELIVERY_FLAG } from '@forewarn/core/deliveries/model';
import { execute } from '@forewarn/core/kernel/execute';
import { DAY, HOUR, MINUTE } from '@forewarn/core/kernel/time';
import { updateCredential } from '@forewarn/core/platform';
import { buildStaff, testCaller, unique } from '@forewarn/core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';

let flow: MainFlow;
beforeAll(async () => {
  flow = await startMainFlow();
});
afterAll(() => flow.stop());

const STORED = { code: 200, message: 'success', data: { received: true, duplicate: false } };
const AGAIN = { ...STORED, data: { received: true, duplicate: true } };

function rowsOf(alertId: string) {
  return flow.db.selectFrom('providerDeliveries').selectAll().where('dedupKey', '=', Buffer.from(alertId)).execute();
}

describe('A-092 A-283 taking a push', () => {
  it('is on disk when it is answered', async () => {
    const alertId = unique();
    const [answer] = await flow.push({ alertId });
    expect(answer).toMatchObject({ status: 200, body: { ...STORED, timestamp: flow.clock.now().getTime() } });
    expect(await rowsOf(alertId)).toMatchObject([
      { kind: 'alert', status: 0, attempts: 0, flags: 0, sourceIp: '127.0.0.1' },
    ]);
  });

  it('A-092 at the document’s path too', async () => {
    const alertId = unique();
    await flow.push({ alertId });
    const { pushes } = await flow.control<{
      pushes: { requestBody: string; requestHeaders: Record<string, string> }[];
    }>(`pushes?alertId=${alertId}`);
    const response = await fetch(`${flow.url}/api/webhook/chargeback-alert`, {
      method: 'POST',
      headers: pushes[0]?.requestHeaders ?? {},
      body: pushes[0]?.requestBody ?? '',
    });
    expect([response.status, await response.json()]).toMatchObject([200, AGAIN]);
  });

  it('A-303 by the published scheme: MD5 salt in the body', async () => {
    const alertId = unique();
    const [answer] = await flow.push({ alertId, amount: '19.90' }, { scheme: 'md5-salt' });
    expect(answer?.status).toBe(200);
    expect(await rowsOf(alertId)).toMatchObject([{ signedTime: null }]);
  });

  it('A-354 ten at once: one row, nine duplicates, each noted', async () => {
    const alertId = unique();
    await flow.push({ alertId }, { badSignature: true });
    const answers = await flow.push({}, { duplicateOf: alertId, count: 10, concurrency: 10 });
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const duplicates = answers.filter(({ body }) => JSON.stringify(body).includes('"duplicate":true'));
    expect(duplicates).toHaveLength(9);
    expect(await rowsOf(alertId)).toMatchObject([{ repeats: 9 }]);
    expect(
      flow.core.logs.filter(({ level, fields }) => level === 'warn' && JSON.stringify(fields).includes(alertId)),
    ).toHaveLength(9);
  });

  it('A-354 other content under the same id is kept beside it', async () => {
    const alertId = unique();
    await flow.push({ alertId });
    const [answer] = await flow.push({ amount: 7 }, { updateOf: alertId });
    expect(answer).toMatchObject({ status: 200, body: STORED });
    expect(await rowsOf(alertId)).toHaveLength(2);
  });

  it('an id differs by case, accent and width', async () => {
    const id = unique();
    for (const alertId of [`${id}shop`, `${id}SHOP`, `${id}shóp`, `${id}ｓhop`]) {
      expect((await flow.push({ alertId }))[0]).toMatchObject({ body: STORED });
    }
  });

  it('forty large ones at once', async () => {
    const id = unique();
    const answers = await flow.push({ alertId: id, filler: 'x'.repeat(240_000) }, { count: 40, concurrency: 40 });
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
  });

  it.each([
    ['without required fields', { descriptor: null, amount: 'much' }],
    ['with an id that is no text', { alertId: 17 }],
  ])('kept and answered 200 although it cannot be read: %s', async (_, alert) => {
    const { count } = await flow.db
      .selectFrom('providerDeliveries')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect((await flow.push(alert))[0]).toMatchObject({ status: 200, body: STORED });
    const after = await flow.db
      .selectFrom('providerDeliveries')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(after.count)).toBe(Number(count) + 1);
  });

  it('A-108 nothing of its content stands in the table in plain', async () => {
    const secrets = ['CANARY-HOLDER', 'CANARY-DESCRIPTOR', 'CANARY-TRANSACTION', '411111******9876'];
    const [cardholderName, descriptor, transactionId, cardNumberMasked] = secrets;
    const alertId = unique();
    await flow.push({ alertId, descriptor, transactionId, cardNumberMasked, additionalInfo: { cardholderName } });
    const { rows } = await sql<
      Record<string, Buffer | string | null>
    >`SELECT * FROM provider_deliveries WHERE dedup_key = ${alertId}`.execute(flow.db);
    const raw = Object.values(rows[0] ?? {})
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
      .join('\n');
    expect(raw).toContain(alertId);
    for (const secret of secrets) expect(raw).not.toContain(secret);
    const logs = JSON.stringify(flow.core.logs);
    for (const secret of secrets) expect(logs).not.toContain(secret);
  });
});

describe('A-353 the clock of a push', () => {
  it.each([
    ['four minutes old', { staleTimestamp: 4 * MINUTE }, 0],
    ['an hour old: kept and marked', { staleTimestamp: HOUR }, DELIVERY_FLAG.LATE],
    ['two days old: kept for an admin', { staleTimestamp: 2 * DAY }, DELIVERY_FLAG.STALE],
    ['an hour ahead: kept for an admin', { futureTimestamp: HOUR }, DELIVERY_FLAG.STALE],
  ])('%s', async (_, shift, flags) => {
    const alertId = unique();
    expect((await flow.push({ alertId }, shift))[0]).toMatchObject({ status: 200, body: STORED });
    expect(await rowsOf(alertId)).toMatchObject([{ flags }]);
  });
});

describe('A-352 during a rotation', () => {
  it('old and new secret are valid until the overlap ends, and which one it was is kept', async () => {
    const change = (value: string) =>
      execute(flow.core, testCaller({ kind: 'system', name: 'test' }), updateCredential, {
        kind: 'WEBHOOK_SECRET',
        value,
        overlapHours: 2,
      });
    await change('rotated-secret-1234');
    const ids = [unique(), unique(), unique(), unique()];
    const push = async (index: number, secret: string) =>
      (await flow.push({ alertId: ids[index] }, { secret }))[0]?.status;
    expect([await push(0, 'rotated-secret-1234'), await push(1, 'demo-webhook-secret')]).toEqual([200, 200]);
    const keys = await Promise.all([rowsOf(ids[0] ?? ''), rowsOf(ids[1] ?? '')]);
    expect(keys[0][0]?.keyId).not.toBe(keys[1][0]?.keyId);
    flow.clock.advance(2 * HOUR + 1);
    expect([await push(2, 'rotated-secret-1234'), await push(3, 'demo-webhook-secret')]).toEqual([200, 401]);
    await change('demo-webhook-secret');
  });
});

describe('a repetition of what was set aside for its clock', () => {
  it('signed anew it is processed: nobody has to wait for an admin', async () => {
    await buildStaff(flow.db);
    const alertId = unique();
    await flow.push({ alertId }, { staleTimestamp: 2 * DAY });
    await flow.work();
    expect(await rowsOf(alertId)).toMatchObject([{ status: 2 }]);
    expect((await flow.push({}, { duplicateOf: alertId }))[0]).toMatchObject({ status: 200, body: AGAIN });
    await flow.work();
    expect(await rowsOf(alertId)).toMatchObject([{ status: 1 }]);
    const alert = await flow.db.selectFrom('chargebackAlerts').select('id').where('alertId', '=', alertId).execute();
    expect(alert).toHaveLength(1);
  });
});
