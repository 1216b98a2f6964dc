import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { buildStaff, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { type CallRecord, getInterfaceCall, listInterfaceCalls, recordCall, recordCalls } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
  return { core, caller: testCaller(actor) };
}

function call(core: TestCore, change: Partial<CallRecord> = {}): CallRecord {
  return {
    at: core.now(),
    direction: 'OUT',
    operation: 'provider.feedback',
    method: 'POST',
    url: 'https://provider.example.com/feedback?token=canary-1',
    status: 200,
    outcome: 'DONE',
    durationMs: 12.4,
    requestId: crypto.randomUUID(),
    ...change,
  };
}

describe('A-244 A-245 A-246 A-247 the interface log', () => {
  it('keeps time, address, bodies, duration, status, error and tries, without secrets and card data', async () => {
    const { core, caller } = await setUp();
    const requestId = crypto.randomUUID();
    const request = JSON.stringify({ sign: 'canary-2', cardNumber: '4111111111111111', alertId: 'A-1' });
    await recordCall(
      core,
      call(core, {
        requestId,
        request,
        response: '{"code":5001}',
        status: 500,
        outcome: 'AMBIGUOUS',
        attempt: 3,
        error: 'boom',
      }),
    );
    const { records } = await execute(core, caller, listInterfaceCalls, { size: 100 });
    const found = records.find((record) => record.requestId === requestId);
    const shown = await execute(core, caller, getInterfaceCall, { id: found?.id });
    expect(shown).toMatchObject({
      at: core.now().toISOString(),
      url: 'https://provider.example.com/feedback?token=***',
      status: 500,
      durationMs: 12,
      attempt: 3,
      error: 'boom',
      request: '{"sign":"***","cardNumber":"4111********1111","alertId":"A-1"}',
      response: '{"code":5001}',
    });
    const raw = JSON.stringify(await core.db.selectFrom('interfaceCalls').selectAll().execute());
    expect(raw).not.toMatch(/canary|41111111/);
  });

  it('A-248 A-249 is searched by time, interface and failure, newest first', async () => {
    const { core, caller } = await setUp();
    core.clock.set('2027-01-01T00:00:00Z');
    const from = core.now();
    const at = (minutes: number) => after(from, minutes * MINUTE);
    await recordCalls(core, [
      call(core, { at: at(1), operation: 'provider.register' }),
      call(core, { at: at(2), operation: 'provider.ping', outcome: 'NOT_SENT' }),
      call(core, { at: at(3), operation: 'provider.ping' }),
    ]);
    const list = async (input: object) =>
      (await execute(core, caller, listInterfaceCalls, { from: from.toISOString(), ...input })).records.map(
        ({ operation, outcome }) => `${operation} ${outcome}`,
      );
    expect(await list({})).toEqual(['provider.ping DONE', 'provider.ping NOT_SENT', 'provider.register DONE']);
    expect(await list({ operation: 'provider.ping' })).toEqual(['provider.ping DONE', 'provider.ping NOT_SENT']);
    expect(await list({ failedOnly: 'true' })).toEqual(['provider.ping NOT_SENT']);
    expect(await list({ to: at(2).toISOString() })).toEqual(['provider.register DONE']);
  });

  it('never fails the call it describes', async () => {
    const { core } = await setUp();
    await recordCall(core, call(core, { method: 'TOOLONGAMETHOD' }));
    expect(core.logs.map(({ message }) => message)).toEqual(['interface calls could not be recorded']);
  });

  it('answers NOT_FOUND for a call there is not', async () => {
    const { core, caller } = await setUp();
    await expect(execute(core, caller, getInterfaceCall, { id: 999_999_999 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
