import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR, MINUTE, SECOND } from '../kernel/time.ts';
import { buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import {
  activeCredentials,
  currentCredential,
  listCredentials,
  noteCredentialUse,
  testCredentials,
  updateCredential,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());
/** Credentials are the platform's, not a tenant's: each test starts without any. */
beforeEach(async () => {
  await database.db.deleteFrom('providerCredentials').execute();
});

async function setUp() {
  const core = testCore({ db: database.db });
  const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
  const enter = (kind: string, value: string, overlapHours = 168) =>
    execute(core, testCaller(actor), updateCredential, { kind, value, overlapHours });
  const values = async (kind: 'SIGN_KEY' | 'WEBHOOK_SECRET' | 'API_ENDPOINT' | 'MERCHANT_NO') =>
    (await activeCredentials(core, kind)).map(({ value }) => value);
  return { core, actor, enter, values };
}

describe('A-224 A-226 entering and replacing credentials', () => {
  it('keeps a replaced key valid for pushes until its overlap ends, the new one first', async () => {
    const { core, enter, values } = await setUp();
    await enter('WEBHOOK_SECRET', 'first-secret-0001');
    core.clock.advance(MINUTE);
    await enter('WEBHOOK_SECRET', 'second-secret-0002', 24);
    expect(await values('WEBHOOK_SECRET')).toEqual(['second-secret-0002', 'first-secret-0001']);
    core.clock.advance(24 * HOUR - 1);
    expect(await values('WEBHOOK_SECRET')).toHaveLength(2);
    core.clock.advance(1);
    expect(await values('WEBHOOK_SECRET')).toEqual(['second-secret-0002']);
  });

  it('signs with the current one only', async () => {
    const { core, enter } = await setUp();
    await enter('SIGN_KEY', 'old-sign-key-0001');
    await enter('SIGN_KEY', 'new-sign-key-0002');
    expect((await currentCredential(core, 'SIGN_KEY'))?.value).toBe('new-sign-key-0002');
  });

  it('replaces an address and a merchant number at once', async () => {
    const { core, enter, values } = await setUp();
    for (const [kind, one, two] of [
      ['API_ENDPOINT', 'https://one.example.com/gate', 'https://two.example.com/gate'],
      ['MERCHANT_NO', 'M-0000001', 'M-0000002'],
    ] as const) {
      await enter(kind, one);
      core.clock.advance(SECOND);
      await enter(kind, two);
      expect(await values(kind)).toEqual([two]);
    }
  });

  it('entered again unchanged leaves all as it was', async () => {
    const { core, enter } = await setUp();
    const first = await enter('SIGN_KEY', 'same-sign-key-0001');
    core.clock.advance(MINUTE);
    expect(await enter('SIGN_KEY', 'same-sign-key-0001')).toEqual(first);
    expect(await activeCredentials(core, 'SIGN_KEY')).toHaveLength(1);
  });

  it('two people at once leave exactly one current', async () => {
    const { core, actor, enter } = await setUp();
    await Promise.all(Array.from({ length: 6 }, (_, i) => enter('SIGN_KEY', `sign-key-number-${i}`)));
    const { records } = await execute(core, testCaller(actor), listCredentials, {});
    expect(records).toHaveLength(6);
    expect(records.filter(({ current }) => current)).toHaveLength(1);
  });

  it.each([
    ['API_ENDPOINT', 'not an address'],
    ['SIGN_KEY', 'short'],
    ['NO_SUCH_KIND', 'whatever-value'],
  ])('refuses %s "%s" with the field named', async (kind, value) => {
    const { enter } = await setUp();
    await expect(enter(kind, value)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('A-228 a credential is never in plain', () => {
  it('neither in the table, nor in a list, nor in the audit log', async () => {
    const { core, actor, enter } = await setUp();
    const canaries = {
      SIGN_KEY: 'canary-sign-key-7731',
      WEBHOOK_SECRET: 'canary-webhook-7732',
      MERCHANT_NO: 'canary-merchant-7733',
    };
    for (const [kind, value] of Object.entries(canaries)) await enter(kind, value);
    const listed = await execute(core, testCaller(actor), listCredentials, {});
    const rows = await core.db.selectFrom('providerCredentials').selectAll().execute();
    const audit = await core.db.selectFrom('auditLogs').selectAll().execute();
    const raw = rows
      .map((row) => `${row.valueEnc.toString('latin1')} ${JSON.stringify({ ...row, valueEnc: null })}`)
      .join();
    for (const value of Object.values(canaries)) {
      for (const text of [raw, JSON.stringify(listed), JSON.stringify(audit), JSON.stringify(core.logs)]) {
        expect(text).not.toContain(value);
      }
    }
    expect(listed.records.find(({ kind }) => kind === 'SIGN_KEY')?.masked).toBe('••••••••7731');
  });

  it('and one moved to another row does not open', async () => {
    const { core, enter } = await setUp();
    const [one, two] = [await enter('SIGN_KEY', 'sign-key-of-row-1'), await enter('WEBHOOK_SECRET', 'secret-of-row-2')];
    const stolen = await core.db
      .selectFrom('providerCredentials')
      .select('valueEnc')
      .where('id', '=', two.id)
      .executeTakeFirstOrThrow();
    await core.db.updateTable('providerCredentials').set(stolen).where('id', '=', one.id).execute();
    core.clock.advance(10 * SECOND);
    await expect(activeCredentials(core, 'SIGN_KEY')).rejects.toThrow();
  });
});

describe('A-229 A-230 who may', () => {
  it('only the system admin sees or changes them, and each look and change is in the audit log', async () => {
    const { core, actor, enter } = await setUp();
    const { keyId } = await enter('SIGN_KEY', 'sign-key-for-audit');
    await execute(core, testCaller(actor), listCredentials, {});
    const rows = await core.db
      .selectFrom('auditLogs')
      .select(['action', 'result', 'targetId'])
      .where('actorId', '=', actor.id)
      .where('actorKind', '=', 'staff')
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { action: 'credentials.update', result: 'OK', targetId: keyId },
      { action: 'credentials.list', result: 'OK', targetId: '' },
    ]);
    const { keyId: next } = await enter('SIGN_KEY', 'sign-key-after-it');
    const changed = await core.db.selectFrom('auditLogs').select('detail').where('targetId', '=', next).execute();
    expect(JSON.parse(changed[0]?.detail ?? '')).toMatchObject({
      before: { keyId, value: '••••••••udit' },
      after: { keyId: next, value: '••••••••r-it' },
    });
    const platformAdmin = await buildStaff(core.db);
    const merchant = await buildMerchant(core.db);
    for (const other of [platformAdmin.actor, merchant.actor]) {
      const update = execute(core, testCaller(other), updateCredential, { kind: 'SIGN_KEY', value: 'a-new-sign-key' });
      await expect(update).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(execute(core, testCaller(other), listCredentials, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const refused = await core.db
      .selectFrom('auditLogs')
      .select('id')
      .where('action', '=', 'credentials.update')
      .where('result', '=', 'FORBIDDEN')
      .execute();
    expect(refused.length).toBeGreaterThanOrEqual(2);
  });
});

describe('use', () => {
  it('reads the table once for many callers, and again after five seconds', async () => {
    const { core, enter, values } = await setUp();
    await enter('SIGN_KEY', 'sign-key-from-here');
    await Promise.all(Array.from({ length: 100 }, () => values('SIGN_KEY')));
    await core.db.deleteFrom('providerCredentials').execute();
    expect(await values('SIGN_KEY')).toEqual(['sign-key-from-here']);
    core.clock.advance(5 * SECOND);
    expect(await values('SIGN_KEY')).toEqual([]);
  });

  it('is noted beside the key, at most once a minute', async () => {
    const { core, enter } = await setUp();
    const { keyId } = await enter('WEBHOOK_SECRET', 'secret-that-is-used');
    await activeCredentials(core, 'WEBHOOK_SECRET');
    const lastUsed = async () =>
      (
        await core.db
          .selectFrom('providerCredentials')
          .select('lastUsedTime')
          .where('keyId', '=', keyId)
          .executeTakeFirst()
      )?.lastUsedTime;
    noteCredentialUse(core, keyId);
    const first = core.now();
    await expect.poll(lastUsed).toEqual(first);
    core.clock.advance(30 * SECOND);
    noteCredentialUse(core, keyId);
    core.clock.advance(31 * SECOND);
    noteCredentialUse(core, keyId);
    await expect.poll(lastUsed).toEqual(core.now());
  });

  it('A-225 a test says what came of it', async () => {
    const { core, actor } = await setUp();
    const test = () => execute(core, testCaller(actor), testCredentials, {});
    expect(await test()).toMatchObject({ ok: false, outcome: 'NOT_CONFIGURED' });
    core.ports.provider.ping = async () => ({ kind: 'done', data: { milliseconds: 12 } });
    expect(await test()).toEqual({ ok: true, outcome: 'DONE', milliseconds: 12, detail: null });
    core.ports.provider.ping = async () => ({ kind: 'refused', providerCode: '4010', reason: 'REFUSED' });
    expect(await test()).toMatchObject({ ok: false, outcome: 'REFUSED', detail: '4010' });
  });
});
