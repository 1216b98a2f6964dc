import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { control, type FeedbackState } from '../testing/control-client.ts';
import { callProvider, feedbackBody } from '../testing/provider-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function seenOf(alertId: string) {
  const { requests, effects } = (await control<FeedbackState>(sandbox.http, 'feedback')).body;
  return {
    requests: requests.filter((request) => request.alertId === alertId),
    effects: effects.filter((effect) => effect.alertId === alertId),
  };
}

describe('A-172 an answer to an alert takes effect once', () => {
  it('counts a repeat of the same bytes as a request, not as an effect', async () => {
    const body = feedbackBody({ alertId: 'F-1', idempotencyKey: 'f-1' });
    const first = await callProvider(sandbox.http, '/feedback', body);
    const repeat = await callProvider(sandbox.http, '/feedback', body);
    expect(first.body).toMatchObject({ code: 200, data: { alertId: 'F-1', duplicate: false } });
    expect(repeat.body).toMatchObject({ code: 200, data: { alertId: 'F-1', duplicate: true } });

    const seen = await seenOf('F-1');
    expect(seen.requests).toMatchObject([
      { effect: true, idempotencyKey: 'f-1' },
      { effect: false, idempotencyKey: 'f-1' },
    ]);
    expect(seen.effects).toMatchObject([{ idempotencyKey: 'f-1', refunded: 'refunded', reason: '客户未收到货' }]);
    expect(seen.requests[0]).toHaveProperty('bodySha256', seen.effects[0]?.bodySha256);
  });

  it('refuses the same key with other bytes', async () => {
    const body = feedbackBody({ alertId: 'F-2', idempotencyKey: 'f-2' });
    await callProvider(sandbox.http, '/feedback', body);
    const other = await callProvider(sandbox.http, '/feedback', { ...body, reason: '另一个原因' });
    expect(other).toMatchObject({ status: 409, body: { code: 4090, data: null } });
    expect((await seenOf('F-2')).effects).toHaveLength(1);
  });

  it('refuses another key once an answer is final', async () => {
    const body = feedbackBody({ alertId: 'F-3', idempotencyKey: 'f-3' });
    await callProvider(sandbox.http, '/feedback', body);
    const late = await callProvider(sandbox.http, '/feedback', { ...body, idempotencyKey: 'f-3b' });
    expect(late).toMatchObject({ status: 200, body: { code: 4091, data: null } });
    expect((await seenOf('F-3')).effects).toHaveLength(1);
  });

  it('takes one of many answers that come at the same moment', async () => {
    const body = feedbackBody({ alertId: 'F-4', idempotencyKey: 'f-4' });
    await Promise.all(Array.from({ length: 8 }, () => callProvider(sandbox.http, '/feedback', body)));
    const seen = await seenOf('F-4');
    expect(seen.requests).toHaveLength(8);
    expect(seen.effects).toHaveLength(1);
  });

  it.each([
    ['a refunded value that does not go with the action', { action: 'DISPUTE', refunded: 'refunded' }, 'refunded'],
    ['an action nobody knows', { action: 'PAY' }, 'action'],
    ['an amount without currency', { currency: undefined }, 'currency'],
    ['no idempotency key', { idempotencyKey: undefined }, 'idempotencyKey'],
    ['a null where nothing should stand', { comments: null }, 'comments'],
  ])('refuses %s', async (_what, change, field) => {
    const answer = await callProvider(sandbox.http, '/feedback', feedbackBody({ alertId: 'F-5', ...change }));
    expect(answer).toMatchObject({ status: 400, body: { code: 4001 } });
    expect(answer.body.message).toContain(field);
    expect((await seenOf('F-5')).effects).toHaveLength(0);
  });
});
