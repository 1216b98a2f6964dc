import { unique } from '@forewarn/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type MainFlow, startMainFlow } from '../testing/main-flow.ts';
import { startTcpProxy, type TcpProxy } from '../testing/tcp-proxy.ts';

let flow: MainFlow;
let line: TcpProxy;
afterEach(async () => {
  line.heal();
  await line.stop();
  await flow.stop();
});

async function start(): Promise<void> {
  const { hostname, port } = new URL(process.env.TEST_DATABASE_URL ?? '');
  line = await startTcpProxy({ host: hostname, port: Number(port) });
  flow = await startMainFlow({ receivingUrl: (url) => line.through(url) });
  // Both lanes have their connection.
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all([pushMany(), pushMany()]);
    expect(answers.flat().every(({ status }) => status === 200)).toBe(true);
  }
}

async function stored(alertIds: (string | null)[]): Promise<number> {
  const keys = alertIds.map((id) => Buffer.from(id ?? ''));
  return (await flow.db.selectFrom('providerDeliveries').select('id').where('dedupKey', 'in', keys).execute()).length;
}

/** Many at once, so that every connection of the receiver is in use. */
const pushMany = () => flow.push({ alertId: unique() }, { count: 12, concurrency: 12 });

describe('the database cannot be reached', () => {
  it('its lines are cut: 503 at once, never a false 200, and it goes on when it is back', async () => {
    await start();
    line.cut();
    const refused = await pushMany();
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 503, body: { error: 'UNAVAILABLE' }, headers: { 'retry-after': '5' } });
      expect(answer.durationMs).toBeLessThan(3000);
    }
    expect(await stored(refused.map(({ alertId }) => alertId))).toBe(0);
    line.heal();
    const taken = await pushMany();
    expect(taken.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(await stored(taken.map(({ alertId }) => alertId))).toBe(12);
  });

  it('it says nothing any more: 503 within three seconds, and new lines work although the old ones stay silent', async () => {
    await start();
    line.blackhole();
    const refused = [...(await pushMany()), ...(await pushMany())];
    for (const answer of refused) {
      expect(answer.status).toBe(503);
      expect(answer.durationMs).toBeLessThan(3000);
    }
    line.heal();
    await expect.poll(async () => (await flow.push({ alertId: unique() }))[0]?.status, { timeout: 8000 }).toBe(200);
    const taken = await pushMany();
    expect(taken.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(await stored(taken.map(({ alertId }) => alertId))).toBe(12);
  });

  it('whatever was answered 200 meanwhile is on disk, whatever was not can be sent again', async () => {
    await start();
    const all: { alertId: string | null; status: number }[] = [];
    const pushing = (async () => {
      for (let round = 0; round < 12; round++) all.push(...(await pushMany()));
    })();
    for (const act of [() => line.cut(), () => line.heal()]) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      act();
    }
    await pushing;
    const taken = all.filter(({ status }) => status === 200).map(({ alertId }) => alertId);
    const refused = all.filter(({ status }) => status !== 200).map(({ alertId }) => alertId ?? '');
    expect(await stored(taken)).toBe(taken.length);
    expect(taken.length + refused.length).toBe(144);
    for (const alertId of refused.slice(0, 20))
      expect((await flow.push({}, { duplicateOf: alertId }))[0]?.status).toBe(200);
  });
});
