import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { unique } from '@forewarn/core/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MainFlow, type MainFlowOptions, startMainFlow } from '../testing/main-flow.ts';

const LIMIT = 256 * 1024;
const flows: MainFlow[] = [];
async function start(env: MainFlowOptions['env'] = {}): Promise<MainFlow> {
  const flow = await startMainFlow({ env });
  flows.push(flow);
  return flow;
}

let flow: MainFlow;
beforeAll(async () => {
  flow = await start();
});
afterAll(() => Promise.all(flows.map((one) => one.stop())));

const count = async (of = flow) =>
  Number(
    (
      await of.db
        .selectFrom('providerDeliveries')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

function signedHeaders(body: string, at = flow.clock.now().getTime()): Record<string, string> {
  const signature = createHmac('sha256', 'demo-webhook-secret').update(`${at}.${body}`).digest('hex');
  return { 'content-type': 'application/json', 'x-timestamp': String(at), 'x-signature': signature };
}
interface Answered {
  status: number;
  body: { code: number; error: string; message: string; data: null; requestId: string };
  headers: Headers;
}
async function post(body: string, headers: Record<string, string | undefined> = {}, to = flow): Promise<Answered> {
  const given = Object.entries({ ...signedHeaders(body), ...headers }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  const response = await fetch(`${to.url}/api/v1/webhook/alerts`, { method: 'POST', headers: given, body });
  return { status: response.status, body: (await response.json()) as Answered['body'], headers: response.headers };
}
const alert = () =>
  JSON.stringify({
    alertId: unique(),
    descriptor: 'SHOP',
    amount: 1,
    currency: 'USD',
    alertTime: '2026-11-22T03:00:00Z',
  });

describe('A-093 A-094 A-095 what is not let in leaves nothing behind', () => {
  let before = 0;
  beforeAll(async () => {
    before = await count();
  });
  afterEach(async () => expect(await count()).toBe(before));

  it.each([
    ['no signature', { 'x-signature': undefined, 'x-timestamp': undefined }, 401, 'SIGNATURE_INVALID'],
    ['no timestamp', { 'x-timestamp': undefined }, 401, 'SIGNATURE_INVALID'],
    ['another signature', { 'x-signature': 'ab'.repeat(32) }, 401, 'SIGNATURE_INVALID'],
    ['another timestamp', { 'x-timestamp': '1795316400001' }, 401, 'SIGNATURE_INVALID'],
    ['text', { 'content-type': 'text/plain' }, 400, 'UNSUPPORTED_BODY'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'UNSUPPORTED_BODY'],
    ['XML', { 'content-type': 'application/xml' }, 400, 'UNSUPPORTED_BODY'],
  ])('%s', async (_, headers, status, error) => {
    const answer = await post(alert(), headers);
    expect(answer).toMatchObject({
      status,
      body: { error, data: null, requestId: expect.stringMatching(/^[\w-]{36}$/) },
    });
    expect(Math.floor(answer.body.code / 100)).toBe(status);
  });

  it.each(['{oops', '', 'alertId=1', '{"a":1}}'])('signed, but no JSON: %j', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: 'MALFORMED_BODY' } });
  });

  it('a changed body', async () => {
    const body = alert();
    expect((await post(body.replace('USD', 'EUR'), signedHeaders(body))).status).toBe(401);
  });

  it('nobody is told why a signature is wrong, nor what the provider is called', async () => {
    const answer = await post(alert(), { 'x-signature': 'ab'.repeat(32) });
    expect(JSON.stringify([answer.body, [...answer.headers]])).not.toMatch(
      /tradefensor|securego|demo-webhook|mismatch/i,
    );
  });

  it('A-355 a body of 256 KiB and one byte, as declared', async () => {
    const body = JSON.stringify({ a: 'x'.repeat(LIMIT) });
    expect(await post(body)).toMatchObject({ status: 413, body: { error: 'BODY_TOO_LARGE' } });
  });

  it('A-355 a body that declares no length is cut off when it has grown too large', async () => {
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const call = request(
        `${flow.url}/api/v1/webhook/alerts`,
        { method: 'POST', headers: signedHeaders('') },
        (response) => {
          text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
        },
      );
      call.on('error', reject);
      for (let n = 0; n < 8; n++) call.write('x'.repeat(LIMIT / 4));
      call.end();
    });
    expect(answer).toMatchObject({ status: 413, body: expect.stringContaining('BODY_TOO_LARGE') });
  });

  it('a caller that stops half-way is dropped and harms nobody', async () => {
    await new Promise<void>((resolve) => {
      const call = request(`${flow.url}/api/v1/webhook/alerts`, {
        method: 'POST',
        headers: { ...signedHeaders(''), 'content-length': 500 },
      });
      call.on('error', () => resolve());
      call.write('{"alertId"');
      setImmediate(() => call.destroy(new Error('gone')));
    });
    expect((await post('{oops')).status).toBe(400);
  });
});

it('A-355 a body of 256 KiB is taken', async () => {
  const start = '{"alertId":"big","filler":"';
  const body = `${start}${'x'.repeat(LIMIT - start.length - 2)}"}`;
  expect(Buffer.byteLength(body)).toBe(LIMIT);
  expect((await post(body)).status).toBe(200);
});

it('A-244 a refusal stands in the interface log', async () => {
  flow.clock.advance(2000);
  await post(alert(), { 'x-signature': 'ab'.repeat(32) });
  const find = () => flow.db.selectFrom('interfaceCalls').selectAll().where('atTime', '=', flow.clock.now()).execute();
  await expect
    .poll(find)
    .toMatchObject([{ direction: 'IN', operation: 'webhook.alert', status: 401, outcome: 'REFUSED', request: null }]);
});

describe('A-106 A-355 the allow-list', () => {
  it.each([
    ['127.0.0.1', 200],
    ['127.0.0.0/8', 200],
    ['loopback', 200],
    ['10.0.0.0/8', 403],
    ['2001:db8::/32', 403],
    ['::1', 403],
  ])('%s', async (list, status) => {
    const guarded = await start({ WEBHOOK_ALLOW: list });
    const answer = await post(alert(), {}, guarded);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.error).toBe('ADDRESS_NOT_ALLOWED');
    expect(await count(guarded)).toBe(status === 200 ? 1 : 0);
  });

  it('behind a trusted proxy the caller’s address counts, v4, v6 and mapped', async () => {
    const guarded = await start({ WEBHOOK_ALLOW: '192.0.2.0/24,2001:db8::/32', TRUST_PROXY: 'loopback' });
    const from = async (address: string) => (await post(alert(), { 'x-forwarded-for': address }, guarded)).status;
    expect(await from('192.0.2.7')).toBe(200);
    expect(await from('::ffff:192.0.2.7')).toBe(200);
    expect(await from('2001:0db8:0::1')).toBe(200);
    expect(await from('198.51.100.1')).toBe(403);
    expect(await from('192.0.2.7, 198.51.100.1')).toBe(403);
    expect(await from('2001:db9::1')).toBe(403);
  });
});

describe('A-107 A-355 a burst', () => {
  it('is answered 429 with the seconds to wait, and passes again after them', async () => {
    const limited = await start({ WEBHOOK_RATE: '3/10' });
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await post(alert(), {}, limited));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[4]?.headers.get('retry-after')).toBe('10');
    expect(answers[4]?.body.error).toBe('TOO_MANY_REQUESTS');
    limited.clock.advance(10_000);
    expect((await post(alert(), {}, limited)).status).toBe(200);
    expect(await count(limited)).toBe(4);
  });
});
