import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import { buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import { activeCredentials, backupCredentials, restoreCredentials, updateCredential } from './index.ts';
import { CREDENTIAL_KINDS } from './model.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());
/** Credentials are the platform's, not a tenant's: each test starts without any. */
beforeEach(async () => {
  await database.db.deleteFrom('providerCredentials').execute();
});

const PASSWORD = 'old horse 11';
const PASSPHRASE = 'canary-passphrase-7730';
const VALUES = {
  MERCHANT_NO: 'canary-merchant-7731',
  SIGN_KEY: 'canary-sign-key-7732',
  API_ENDPOINT: 'https://provider.example.test/canary-7733',
  WEBHOOK_SECRET: 'canary-webhook-7734',
};

async function setUp() {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash(PASSWORD);
  const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'], passwordHash });
  const enter = (kind: string, value: string) => execute(core, testCaller(actor), updateCredential, { kind, value });
  const backup = (input: object = {}) =>
    execute(core, testCaller(actor), backupCredentials, { passphrase: PASSPHRASE, password: PASSWORD, ...input });
  const restore = (content: string, input: object = {}) =>
    execute(core, testCaller(actor), restoreCredentials, {
      content,
      passphrase: PASSPHRASE,
      password: PASSWORD,
      ...input,
    });
  const enterAll = async () => {
    for (const [kind, value] of Object.entries(VALUES)) await enter(kind, value);
  };
  const current = async () => {
    const all = await Promise.all(CREDENTIAL_KINDS.map((kind) => activeCredentials(core, kind)));
    return Object.fromEntries(all.flat().flatMap((one) => (one.current ? [[one.kind, one.value]] : [])));
  };
  const audit = () =>
    core.db
      .selectFrom('auditLogs')
      .select(['action', 'result', 'targetType', 'detail'])
      .where('actorId', '=', actor.id)
      .where('actorKind', '=', 'staff')
      .where('action', 'in', ['credentials.backup', 'credentials.restore'])
      .orderBy('id')
      .execute();
  return { core, actor, enter, enterAll, backup, restore, current, audit };
}

describe('A-227 A-372 backing credentials up and restoring them', () => {
  it('the file holds the current values of all kinds, locked; restored they are current again', async () => {
    const { core, enter, enterAll, backup, restore, current } = await setUp();
    await enter('SIGN_KEY', 'a-former-sign-key');
    await enterAll();
    const { fileName, content } = await backup();
    expect(fileName).toBe(`forewarn-credentials-${core.now().toISOString().slice(0, 10)}.json`);
    const file = JSON.parse(content);
    expect(file).toMatchObject({ format: 'forewarn-credentials', version: 1, cipher: 'aes-256-gcm' });
    expect(content).not.toMatch(/canary|SIGN_KEY/);
    await core.db.deleteFrom('providerCredentials').execute();
    core.clock.advance(MINUTE);
    const { backupTime, results } = await restore(content);
    expect(backupTime).toBe(file.createdTime);
    expect(results).toHaveLength(4);
    expect(results.every(({ result }) => result === 'RESTORED')).toBe(true);
    expect(await current()).toEqual(VALUES);
  });

  it('what is current already stays, what was replaced comes back with an overlap, what the file lacks is left alone', async () => {
    const { core, enter, backup, restore, current } = await setUp();
    await enter('SIGN_KEY', VALUES.SIGN_KEY);
    await enter('MERCHANT_NO', VALUES.MERCHANT_NO);
    const { content } = await backup();
    core.clock.advance(MINUTE);
    await enter('SIGN_KEY', 'wrongly-entered-key');
    await enter('WEBHOOK_SECRET', 'entered-since-then');
    core.clock.advance(MINUTE);
    expect((await restore(content)).results.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'MERCHANT_NO', result: 'UNCHANGED' },
      { kind: 'SIGN_KEY', result: 'RESTORED' },
    ]);
    expect(await current()).toEqual({
      SIGN_KEY: VALUES.SIGN_KEY,
      MERCHANT_NO: VALUES.MERCHANT_NO,
      WEBHOOK_SECRET: 'entered-since-then',
    });
    const keys = async () => (await activeCredentials(core, 'SIGN_KEY')).map(({ value }) => value);
    expect(await keys()).toContain('wrongly-entered-key');
    core.clock.advance(168 * HOUR);
    expect(await keys()).toEqual([VALUES.SIGN_KEY]);
    expect((await restore(content)).results.map(({ result }) => result)).toEqual(['UNCHANGED', 'UNCHANGED']);
  });

  it('another passphrase, another file or a changed fact: refused, and nothing changes', async () => {
    const { enterAll, backup, restore, current, enter } = await setUp();
    await enterAll();
    const { content } = await backup();
    await enter('SIGN_KEY', 'entered-afterwards');
    const file = JSON.parse(content);
    const refused: [string, object][] = [
      [content, { passphrase: 'another-passphrase' }],
      [content.slice(0, -20), {}],
      ['not a backup', {}],
      ['{}', {}],
      [JSON.stringify({ ...file, version: 2 }), {}],
      [JSON.stringify({ ...file, createdTime: '2020-01-01T00:00:00.000Z' }), {}],
      [JSON.stringify({ ...file, more: 1 }), {}],
      [JSON.stringify({ ...file, data: `${file.data.startsWith('A') ? 'B' : 'A'}${file.data.slice(1)}` }), {}],
    ];
    for (const [text, input] of refused) {
      await expect(restore(text, input), text).rejects.toMatchObject({ code: 'CREDENTIAL_BACKUP_UNREADABLE' });
    }
    await expect(restore('x'.repeat(64 * 1024 + 1))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await current()).toMatchObject({ SIGN_KEY: 'entered-afterwards' });
  });

  it('a file that locks what could not be entered by hand is refused as a whole', async () => {
    const { core, restore, current } = await setUp();
    const createdTime = core.now().toISOString();
    for (const locked of [
      [
        { kind: 'MERCHANT_NO', value: 'M-1' },
        { kind: 'SIGN_KEY', value: 'short' },
      ],
      [
        { kind: 'MERCHANT_NO', value: 'M-1' },
        { kind: 'MERCHANT_NO', value: 'M-2' },
      ],
      [{ kind: 'OTHER', value: 'M-1' }],
      [],
    ]) {
      const facts = `forewarn-credentials 1 ${createdTime}`;
      const box = await core.ports.passphrases.seal(JSON.stringify(locked), PASSPHRASE, facts);
      const content = JSON.stringify({ format: 'forewarn-credentials', version: 1, createdTime, ...box });
      await expect(restore(content)).rejects.toMatchObject({ code: 'CREDENTIAL_BACKUP_UNREADABLE' });
    }
    expect(await current()).toEqual({});
  });

  it('asks for a long passphrase and for something to back up', async () => {
    const { backup } = await setUp();
    await expect(backup({ passphrase: 'eleven-char' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(backup()).rejects.toMatchObject({ code: 'CREDENTIAL_BACKUP_EMPTY' });
  });
});

describe('A-227 A-228 A-229 A-372 who may, and what is written down', () => {
  it('only the system admin', async () => {
    const { core } = await setUp();
    const passwordHash = await core.ports.passwords.hash(PASSWORD);
    const platformAdmin = await buildStaff(core.db, { passwordHash });
    const sales = await buildStaff(core.db, { passwordHash, roles: ['ADMIN'] });
    const merchant = await buildMerchant(core.db, { passwordHash });
    for (const { actor } of [platformAdmin, sales, merchant]) {
      const input = { passphrase: PASSPHRASE, password: PASSWORD };
      const backup = execute(core, testCaller(actor), backupCredentials, input);
      await expect(backup).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const restore = execute(core, testCaller(actor), restoreCredentials, { ...input, content: '{}' });
      await expect(restore).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('each is audited by kinds and hints, never with a value, passphrase or password', async () => {
    const { core, enter, enterAll, backup, restore, audit } = await setUp();
    await enterAll();
    const { content } = await backup();
    core.clock.advance(MINUTE);
    await enter('SIGN_KEY', 'canary-between-7735');
    await restore(content);
    await restore(content, { passphrase: 'canary-wrong-7736' }).catch(() => undefined);
    const rows = await audit();
    expect(rows.map(({ action, result, targetType }) => [action, result, targetType])).toEqual([
      ['credentials.backup', 'OK', 'credential'],
      ['credentials.restore', 'OK', 'credential'],
      ['credentials.restore', 'CREDENTIAL_BACKUP_UNREADABLE', 'credential'],
    ]);
    expect(JSON.parse(rows[0]?.detail ?? '')).toEqual({
      inBackup: expect.objectContaining({ SIGN_KEY: '••••••••7732', MERCHANT_NO: 'ca••••31' }),
    });
    expect(JSON.parse(rows[1]?.detail ?? '')).toMatchObject({
      restored: ['SIGN_KEY'],
      kept: expect.arrayContaining(['MERCHANT_NO', 'API_ENDPOINT', 'WEBHOOK_SECRET']),
      before: { SIGN_KEY: '••••••••7735' },
      after: { SIGN_KEY: '••••••••7732' },
    });
    const written = JSON.stringify([await core.db.selectFrom('auditLogs').selectAll().execute(), core.logs]);
    for (const secret of [...Object.values(VALUES), 'canary-between', PASSPHRASE, 'canary-wrong', PASSWORD]) {
      expect(written).not.toContain(secret);
    }
    expect(written).not.toContain(JSON.parse(content).data);
  });

  it('a wrong password counts: after three the right one must wait too', async () => {
    const { core, enterAll, backup, restore, audit } = await setUp();
    await enterAll();
    const { content } = await backup();
    const wrong = { password: 'guess' };
    for (const attempt of [() => backup(wrong), () => restore(content, wrong), () => backup(wrong)]) {
      await expect(attempt()).rejects.toMatchObject({
        code: 'PASSWORD_WRONG',
        details: { fields: [{ path: 'password' }] },
      });
    }
    await expect(backup()).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(restore(content)).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    expect((await audit()).filter(({ result }) => result === 'PASSWORD_WRONG')).toHaveLength(5);
    core.clock.advance(31 * MINUTE);
    await backup();
  });
});
