import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { control, type EnrolmentState } from '../testing/control-client.ts';
import { callProvider, registerBody } from '../testing/provider-client.ts';

const REGISTER = '/api/tradefensor/register';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe('A-076 A-077 enrolling a card at the provider', () => {
  it('enrols once however often it is asked, and closes once', async () => {
    const body = registerBody({ cardRef: 'card-once' });
    const first = await callProvider(sandbox.http, REGISTER, body);
    const again = await callProvider(sandbox.http, REGISTER, body);
    expect(first).toMatchObject({
      status: 200,
      body: { code: 200, data: { cardRef: 'card-once', status: 'REGISTERED' } },
    });
    expect(again.body).toEqual(first.body);

    const closing = { merchantNo: body.merchantNo, cardRef: 'card-once' };
    await callProvider(sandbox.http, `${REGISTER}/close`, closing);
    const closed = await callProvider(sandbox.http, `${REGISTER}/close`, closing);
    expect(closed.body).toMatchObject({ code: 200, data: { status: 'CLOSED' } });

    const { body: seen } = await control<EnrolmentState>(sandbox.http, 'registrations');
    const mine = (rows: { cardRef: string | null }[]) => rows.filter(({ cardRef }) => cardRef === 'card-once');
    expect(mine(seen.requests)).toHaveLength(4);
    expect(mine(seen.effects)).toMatchObject([
      { kind: 'register', status: 'REGISTERED', descriptor: 'NORTHWIND*BOOKS' },
      { kind: 'close', status: 'CLOSED' },
    ]);
    expect(mine(seen.registrations)).toMatchObject([{ status: 'CLOSED' }]);
  });

  it('refuses the same cardRef with other data, and closing what was never enrolled', async () => {
    await callProvider(sandbox.http, REGISTER, registerBody({ cardRef: 'card-other' }));
    const changed = await callProvider(sandbox.http, REGISTER, registerBody({ cardRef: 'card-other', caid: 'X' }));
    expect(changed.body).toMatchObject({ code: 4105, data: null });
    const closing = { merchantNo: registerBody().merchantNo, cardRef: 'card-never' };
    expect((await callProvider(sandbox.http, `${REGISTER}/close`, closing)).body.code).toBe(4110);
  });

  it.each([
    ['ENROLLED-ELSEWHERE shop', 4101],
    ['generic*pay', 4102],
    ['INVALID*1', 4103],
    ['VERIFY*ME', 4104],
  ])('A-084 answers the descriptor %s with the business error %i', async (descriptor, code) => {
    const answer = await callProvider(sandbox.http, REGISTER, registerBody({ descriptor, cardRef: `card-${code}` }));
    expect(answer).toMatchObject({ status: 200, body: { code, data: null } });
  });

  it('leaves ASYNC descriptors pending', async () => {
    const body = registerBody({ descriptor: 'ASYNC*SHOP', cardRef: 'card-async' });
    expect((await callProvider(sandbox.http, REGISTER, body)).body.data).toEqual({
      cardRef: 'card-async',
      status: 'PENDING',
    });
  });

  it.each([
    ['a missing field', { cardBin: undefined }],
    ['a BIN that is a number', { cardBin: 411111 }],
    ['a BIN of five digits', { cardBin: '41111' }],
    ['a relative callback', { callbackUrl: '/callback' }],
    ['a field nobody knows', { colour: 'red' }],
    ['the key itself', { signKey: 'demo-sign-key' }],
  ])('refuses %s with 400', async (_what, change) => {
    const answer = await callProvider(sandbox.http, REGISTER, registerBody({ cardRef: 'card-bad', ...change }));
    expect(answer).toMatchObject({ status: 400, body: { code: 4001, data: null } });
    expect(answer.body.message).toContain(Object.keys(change)[0]);
  });

  it('refuses broken JSON, other content types and unknown merchants', async () => {
    expect((await callProvider(sandbox.http, REGISTER, '{"a":')).body.code).toBe(4001);
    const typed = await callProvider(sandbox.http, REGISTER, registerBody(), { 'Content-Type': 'text/plain' });
    expect(typed).toMatchObject({ status: 400, body: { code: 4001 } });
    const stranger = await callProvider(sandbox.http, REGISTER, registerBody({ merchantNo: 'M-OTHER' }));
    expect(stranger.body.code).toBe(4011);
  });
});

describe('A-353 a request is signed', () => {
  it('answers 401 to a wrong signature and records the request without effect', async () => {
    const answer = await callProvider(sandbox.http, REGISTER, registerBody({ cardRef: 'card-forged' }), {
      'X-Signature': '0'.repeat(64),
    });
    expect(answer).toMatchObject({ status: 401, body: { code: 4010, data: null } });
    const { body } = await control<EnrolmentState>(sandbox.http, 'registrations');
    const request = body.requests.find(({ cardRef }) => cardRef === 'card-forged');
    expect(request).toMatchObject({ code: 4010, effect: false });
  });

  it('checks a ping like any other call', async () => {
    expect((await callProvider(sandbox.http, '/ping')).body).toMatchObject({ code: 200 });
    const stale = { 'X-Timestamp': String(Date.now() - 400_000) };
    expect((await callProvider(sandbox.http, '/ping', undefined, stale)).status).toBe(401);
  });
});
