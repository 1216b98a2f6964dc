import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { control, type FeedbackState } from '../testing/control-client.ts';
import { callProvider, feedbackBody } from '../testing/provider-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const answer = (signal?: AbortSignal) => callProvider(sandbox.http, '/feedback', feedbackBody(), {}, signal);
const fault = (order: object) => control(sandbox.http, 'faults', { target: 'provider.feedback', times: 1, ...order });

async function seen() {
  const { body } = await control<FeedbackState>(sandbox.http, 'feedback');
  return { requests: body.requests.length, effects: body.effects.length };
}

describe('X-020 faults on request', () => {
  it.each([
    ['500', {}, { status: 500, body: { code: 5000 } }],
    ['429', {}, { status: 429, body: { code: 4290 } }],
    ['business', {}, { status: 200, body: { code: 4999 } }],
    ['business', { code: 4102 }, { status: 200, body: { code: 4102 } }],
  ])('%s answers before any effect, once', async (mode, more, expected) => {
    await fault({ mode, ...more });
    const hit = await answer();
    expect(hit).toMatchObject(expected);
    if (mode === '429') expect(hit.headers.get('Retry-After')).toBe('1');
    expect(await seen()).toEqual({ requests: 1, effects: 0 });
    expect((await answer()).body.code).toBe(200);
    expect(await seen()).toEqual({ requests: 2, effects: 1 });
  });

  it('reset cuts the line before any effect', async () => {
    await fault({ mode: 'reset' });
    await expect(answer()).rejects.toThrow('fetch failed');
    expect(await seen()).toEqual({ requests: 1, effects: 0 });
  });

  it('timeout keeps silent until the caller gives up, without effect', async () => {
    await fault({ mode: 'timeout' });
    const patience = new AbortController();
    const outcome = expect(answer(patience.signal)).rejects.toThrow(/aborted/);
    await expect.poll(seen).toEqual({ requests: 1, effects: 0 });
    patience.abort();
    await outcome;
    expect(await seen()).toEqual({ requests: 1, effects: 0 });
  });

  it('drop-after-commit takes the answer, cuts the line, and knows it again', async () => {
    await fault({ mode: 'drop-after-commit' });
    await expect(answer()).rejects.toThrow('fetch failed');
    expect(await seen()).toEqual({ requests: 1, effects: 1 });
    expect((await answer()).body).toMatchObject({ code: 200, data: { duplicate: true } });
    expect(await seen()).toEqual({ requests: 2, effects: 1 });
  });

  it('slow takes the answer at once and says so late', async () => {
    await fault({ mode: 'slow', latencyMs: 80 });
    const started = performance.now();
    expect((await answer()).body.code).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  });

  it('broken-body takes the answer and sends no JSON', async () => {
    await fault({ mode: 'broken-body' });
    await expect(answer()).rejects.toThrow(SyntaxError);
    expect(await seen()).toEqual({ requests: 1, effects: 1 });
  });

  it('lasts until deleted when no count is given, and spares the other calls', async () => {
    await control(sandbox.http, 'faults', { target: 'provider.feedback', mode: '500' });
    expect((await answer()).status).toBe(500);
    expect((await answer()).status).toBe(500);
    expect((await callProvider(sandbox.http, '/ping')).status).toBe(200);
    await control(sandbox.http, 'faults', undefined, 'DELETE');
    expect((await answer()).status).toBe(200);
  });

  it('lists what it knows when it is asked for something else', async () => {
    const unknown = await control<{ targets: object }>(sandbox.http, 'faults', {
      target: 'provider.fedback',
      mode: '500',
    });
    expect(unknown.status).toBe(400);
    expect(unknown.body.targets).toEqual(expect.arrayContaining(['provider.feedback', 'smtp']));
  });
});
