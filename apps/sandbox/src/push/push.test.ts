import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { control, type EnrolmentState, type PushAnswer, type PushState } from '../testing/control-client.ts';
import { callProvider, registerBody } from '../testing/provider-client.ts';
import { type Received, startReceiver } from '../testing/receiver.ts';

const NOW = Date.UTC(2026, 5, 1, 8, 30);
let sandbox: Sandbox;
let platform: Awaited<ReturnType<typeof startReceiver>>;

beforeEach(async () => {
  platform = await startReceiver();
  sandbox = await startSandbox({ settings: { platformUrl: platform.url }, now: () => NOW });
});
afterEach(async () => {
  await sandbox.stop();
  await platform.stop();
});

const push = (options: object = {}) => control<PushAnswer>(sandbox.http, 'push', options);
const hmac = ({ headers, body }: Received, secret = 'demo-webhook-secret') =>
  createHmac('sha256', secret).update(`${headers['x-timestamp']}.${body}`).digest('hex');
const last = (): Received => platform.received.at(-1) ?? { path: '', headers: {}, body: '{}' };

describe('A-093 A-353 pushing alerts to the platform', () => {
  it('sends a signed, plausible alert and returns the platform’s answer', async () => {
    const { body } = await push({ alert: { descriptor: '测试*SHOP', amount: '19.90' } });
    expect(body.results).toMatchObject([
      { alertId: 'SBX-000001', status: 200, body: { code: 200 }, headers: { 'retry-after': '7' } },
    ]);
    expect(last().path).toBe('/api/v1/webhook/alerts');
    expect(last().headers).toMatchObject({
      'content-type': 'application/json',
      'x-timestamp': String(NOW),
      'x-signature': hmac(last()),
    });
    expect(JSON.parse(last().body)).toMatchObject({
      alertId: 'SBX-000001',
      descriptor: '测试*SHOP',
      amount: '19.90',
      cardBin: expect.stringMatching(/^\d{6}$/),
      currency: expect.stringMatching(/^[A-Z]{3}$/),
      alertTime: '2026-06-01T08:30:00.000Z',
      additionalInfo: { orderId: expect.any(String) },
    });
  });

  it('pushes many, each with its own id, results in order', async () => {
    const { body } = await push({ count: 7, concurrency: 3, omit: ['caid'] });
    const ids = body.results.map(({ alertId }) => alertId);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7].map((no) => `SBX-00000${no}`));
    expect(platform.received).toHaveLength(7);
    for (const received of platform.received) expect(JSON.parse(received.body)).not.toHaveProperty('caid');
  });

  it('repeats an alert byte for byte, and updates one with other content', async () => {
    await push({ alert: { alertId: 'ALERT-9' } });
    const original = last().body;
    await push({ duplicateOf: 'ALERT-9' });
    expect(last().body).toBe(original);
    await push({ updateOf: 'ALERT-9', alert: { amount: 1 } });
    expect(JSON.parse(last().body)).toEqual({ ...JSON.parse(original), amount: 1 });
    await push({ updateOf: 'ALERT-9' });
    expect(JSON.parse(last().body)).toMatchObject({ alertId: 'ALERT-9', alertStatus: 'UPDATED-4' });
    expect((await push({ duplicateOf: 'NEVER' })).status).toBe(404);
  });

  it('gets signatures and timestamps wrong on request', async () => {
    await push({ badSignature: true });
    expect(last().headers['x-signature']).toMatch(/^[0-9a-f]{64}$/);
    expect(last().headers['x-signature']).not.toBe(hmac(last()));
    await push({ staleTimestamp: true });
    expect(last().headers['x-timestamp']).toBe(String(NOW - 600_000));
    await push({ staleTimestamp: 90_000_000 });
    expect(last().headers['x-timestamp']).toBe(String(NOW - 90_000_000));
    await push({ futureTimestamp: true });
    expect(last().headers).toMatchObject({ 'x-timestamp': String(NOW + 600_000), 'x-signature': hmac(last()) });
    await push({ secret: 'old-secret' });
    expect(last().headers['x-signature']).toBe(hmac(last(), 'old-secret'));
    await push({ unsigned: true });
    expect(last().headers).not.toHaveProperty('x-signature');
  });

  it('sends any bytes as body, signed', async () => {
    const { body } = await push({ raw: '{"alertId": ', contentType: 'application/json; charset=utf-8' });
    expect(body.results[0]?.alertId).toBeNull();
    expect(last()).toMatchObject({ body: '{"alertId": ', headers: { 'x-signature': hmac(last()) } });
  });

  it('signs with MD5 and salt when asked', async () => {
    await push({ scheme: 'md5-salt', alert: { additionalInfo: {} } });
    const { sign, additionalInfo: _, ...scalars } = JSON.parse(last().body);
    const pairs = Object.keys(scalars)
      .sort()
      .map((name) => `${name}=${scalars[name]}`);
    expect(sign).toBe(
      createHash('md5')
        .update(`${pairs.join('&')}demo-webhook-secret`)
        .digest('hex'),
    );
    expect(last().headers).not.toHaveProperty('x-signature');
    expect((await push({ scheme: 'md5-salt', staleTimestamp: true })).status).toBe(400);
  });

  it('remembers what it sent and what came back, also when nobody answers', async () => {
    await push();
    await platform.stop();
    const { body } = await push();
    expect(body.results).toMatchObject([{ status: 0, error: expect.stringContaining('ECONNREFUSED') }]);
    const { pushes } = (await control<PushState>(sandbox.http, 'pushes')).body;
    expect(pushes).toMatchObject([
      { no: 1, alertId: 'SBX-000001', status: 200, error: null },
      { no: 2, alertId: 'SBX-000002', status: 0 },
    ]);
  });

  it('says what is missing when no platform is configured', async () => {
    await control(sandbox.http, 'configure', { platformUrl: null });
    const refused = await push();
    expect(refused).toMatchObject({ status: 409, body: { error: expect.stringContaining('platformUrl') } });
  });
});

describe('A-379 status callbacks', () => {
  it('sends the event signed, fills id and time, and lets the enrolment follow', async () => {
    const card = registerBody({ descriptor: 'ASYNC*SHOP', cardRef: 'card-7' });
    await callProvider(sandbox.http, '/api/tradefensor/register', card, { 'X-Timestamp': String(NOW) });
    const event = { type: 'ENROLMENT', cardRef: 'card-7', status: 'FAILED', errorCode: '4102' };
    const { body } = await control(sandbox.http, 'status', event);
    expect(body).toMatchObject({ status: 200, event: { ...event, eventId: 'EVT-000001' } });
    expect(last()).toMatchObject({ path: '/api/v1/webhook/status', headers: { 'x-signature': hmac(last()) } });
    expect(JSON.parse(last().body)).toEqual({ ...event, eventId: 'EVT-000001', time: '2026-06-01T08:30:00.000Z' });
    const { registrations } = (await control<EnrolmentState>(sandbox.http, 'registrations')).body;
    expect(registrations).toMatchObject([{ cardRef: 'card-7', status: 'FAILED', errorCode: '4102' }]);
  });

  it('keeps the id and time it is given and refuses a status nobody knows', async () => {
    const event = { type: 'ALERT', alertId: 'A-1', status: 'ACCEPTED', eventId: 'E-5', time: '2026-01-01T00:00:00Z' };
    await control(sandbox.http, 'status', event);
    expect(JSON.parse(last().body)).toEqual(event);
    expect((await control(sandbox.http, 'status', { ...event, status: 'LOST' })).status).toBe(400);
  });
});
