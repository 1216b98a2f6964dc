import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { MINUTE } from '../kernel/time.ts';
import {
  buildMerchant,
  buildStaff,
  type MerchantOptions,
  type TestCore,
  testCaller,
  testCore,
} from '../testing/index.ts';
import { login } from './index.ts';

const serverUrl = process.env.TEST_DATABASE_URL ?? '';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(serverUrl);
});
afterAll(() => database.drop());

async function setUp(options: MerchantOptions = {}) {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash('right-1234');
  const merchant = await buildMerchant(core.db, { passwordHash, ...options });
  const attempt = (password: string, account: string = merchant.email) =>
    execute(core, testCaller(), login, { account, password });
  /** The sign-in's outcome as one word. */
  const outcome = async (password: string, account?: string) =>
    attempt(password, account).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  return { core, merchant, attempt, outcome };
}
const WRONG = 'INVALID_CREDENTIALS';

function auditOf(core: TestCore, merchantId: number) {
  return core.db
    .selectFrom('auditLogs')
    .select(['result', 'detail', 'actorKind', 'actorId'])
    .where('action', '=', 'auth.login')
    .where('targetType', '=', 'user')
    .where('targetId', '=', String(merchantId))
    .orderBy('id')
    .execute();
}

describe('sign-in', () => {
  it('A-033 by e-mail, whatever its case and blanks', async () => {
    const { attempt, merchant } = await setUp();
    const { user, tokenType, expiresIn } = await attempt('right-1234', `  ${merchant.email.toUpperCase()} `);
    expect(user).toMatchObject({
      id: merchant.userId,
      realm: 'merchant',
      roles: ['MERCHANT', 'OWNER'],
      suspended: false,
    });
    expect(user.permissions).toContain('alert:process');
    expect([tokenType, expiresIn]).toEqual(['bearer', 900]);
  });

  it('A-034 by phone, however it is written', async () => {
    const { outcome } = await setUp({ phone: '+86 139-0000-1111' });
    for (const phone of ['13900001111', '+8613900001111', '0086 139 0000 1111']) {
      expect(await outcome('right-1234', phone)).toBe('in');
    }
  });

  it('A-039 A-040 three failures lock for 30 minutes; even the right password is refused until then', async () => {
    const { core, outcome } = await setUp();
    expect([await outcome('a'), await outcome('b'), await outcome('c')]).toEqual([WRONG, WRONG, WRONG]);
    expect(await outcome('right-1234')).toBe(WRONG);
    core.clock.advance(30 * MINUTE - 1);
    expect(await outcome('right-1234')).toBe(WRONG);
    core.clock.advance(1);
    expect(await outcome('right-1234')).toBe('in');
  });

  it('A-040 tries during the lock do not prolong it, and after it the count starts anew', async () => {
    const { core, outcome } = await setUp();
    for (let i = 0; i < 10; i++) {
      await outcome('wrong');
      core.clock.advance(2 * MINUTE);
    }
    core.clock.advance(14 * MINUTE);
    expect([await outcome('wrong'), await outcome('wrong'), await outcome('right-1234')]).toEqual([WRONG, WRONG, 'in']);
  });

  it('A-041 a success before the third failure starts the count anew', async () => {
    const { outcome } = await setUp();
    const outcomes = [];
    for (const password of ['a', 'b', 'right-1234', 'a', 'b', 'right-1234']) outcomes.push(await outcome(password));
    expect(outcomes).toEqual([WRONG, WRONG, 'in', WRONG, WRONG, 'in']);
  });

  it('A-349 e-mail and phone of one account share one count', async () => {
    const { merchant, outcome } = await setUp({ phone: '13900002222' });
    await outcome('a');
    await outcome('b', '13900002222');
    await outcome('c');
    expect(await outcome('right-1234', '13900002222')).toBe(WRONG);
    expect(await outcome('right-1234', merchant.email)).toBe(WRONG);
  });

  it('A-039 guesses made at the same moment are counted like guesses in a row', async () => {
    const { core, outcome } = await setUp();
    let checked = 0;
    const { verify } = core.ports.passwords;
    core.ports.passwords.verify = (hash, password) => {
      checked += 1;
      return verify(hash, password);
    };
    const outcomes = await Promise.all([
      ...Array.from({ length: 20 }, (_, i) => outcome(`guess-${i}`)),
      outcome('right-1234'),
    ]);
    expect(new Set(outcomes)).toEqual(new Set([WRONG]));
    expect(checked).toBe(3);
  });

  it('A-039 the lock of one account touches no other', async () => {
    const one = await setUp();
    const other = await setUp();
    for (const password of ['a', 'b', 'c']) await one.outcome(password);
    expect(await other.outcome('right-1234')).toBe('in');
  });

  it.each([
    ['A-036 PENDING', 'PENDING', WRONG],
    ['A-051 SUSPENDED', 'SUSPENDED', 'in'],
    ['A-052 CLOSED', 'CLOSED', WRONG],
  ] as const)('%s merchant with the right password', async (_, status, expected) => {
    const { outcome } = await setUp({ status });
    expect(await outcome('right-1234')).toBe(expected);
  });

  it('keeps the realms apart: a merchant’s password opens no staff account and the other way round', async () => {
    const { core, attempt, merchant } = await setUp();
    const passwordHash = await core.ports.passwords.hash('staff-1234');
    const staff = await buildStaff(core.db, { email: merchant.email, passwordHash, roles: ['SYSTEM_ADMIN'] });
    const asStaff = (password: string) =>
      execute(core, testCaller(), login, { account: staff.email, password, realm: 'staff' });
    expect((await asStaff('staff-1234')).user).toMatchObject({ id: staff.id, realm: 'staff', companyName: null });
    await expect(asStaff('right-1234')).rejects.toMatchObject({ code: WRONG });
    await expect(attempt('staff-1234')).rejects.toMatchObject({ code: WRONG });
  });

  it('refuses disabled staff', async () => {
    const core = testCore({ db: database.db });
    const passwordHash = await core.ports.passwords.hash('staff-1234');
    const { email } = await buildStaff(core.db, { passwordHash, status: 'DISABLED' });
    const attempt = execute(core, testCaller(), login, { account: email, password: 'staff-1234', realm: 'staff' });
    await expect(attempt).rejects.toMatchObject({ code: WRONG });
  });
});

describe('A-384 nobody can find out which accounts exist', () => {
  it('costs one password check and writes one count whether unknown, wrong, locked or not allowed in', async () => {
    const known = await setUp();
    const pending = await setUp({ status: 'PENDING' });
    const { core } = known;
    const calls: string[] = [];
    const { verify, verifyNothing } = core.ports.passwords;
    core.ports.passwords.verify = (hash, password) => {
      calls.push('check');
      return verify(hash, password);
    };
    core.ports.passwords.verifyNothing = (password) => {
      calls.push('check');
      return verifyNothing(password);
    };
    const guards = async () => (await core.db.selectFrom('loginGuards').select('failures').execute()).length;
    const before = await guards();
    const accounts = [known.merchant.email, pending.merchant.email, 'nobody@example.test', '13955550000', 'nonsense'];
    for (const account of accounts) {
      calls.length = 0;
      for (let i = 0; i < 5; i++) expect(await known.outcome('wrong-password', account)).toBe(WRONG);
      expect(calls, account).toEqual(['check', 'check', 'check', 'check', 'check']);
    }
    expect(await guards()).toBe(before + accounts.length);
  });

  it('locks an account that does not exist, too, so that a new one can’t be told by its missing lock', async () => {
    const { core } = await setUp();
    const accountKey = createHash('sha256').update('email:ghost@example.test').digest();
    const guard = () =>
      core.db
        .selectFrom('loginGuards')
        .select(['failures', 'lockedUntil'])
        .where('accountKey', '=', accountKey)
        .executeTakeFirst();
    for (let i = 0; i < 3; i++)
      await execute(core, testCaller(), login, { account: 'ghost@example.test', password: 'x' }).catch(() => undefined);
    expect(await guard()).toMatchObject({ failures: 3, lockedUntil: new Date(core.now().getTime() + 30 * MINUTE) });
  });
});

describe('the audit log', () => {
  it('C-275 has a row for each sign-in with who it was, refused or not, and never a password', async () => {
    const { core, merchant, outcome } = await setUp();
    for (const password of ['canary-1', 'canary-2', 'right-1234', 'canary-3', 'canary-4', 'canary-5'])
      await outcome(password);
    const rows = await auditOf(core, merchant.id);
    expect(rows.map(({ result }) => result)).toEqual([WRONG, WRONG, 'OK', WRONG, WRONG, WRONG]);
    expect(rows[2]).toMatchObject({ actorKind: 'merchant', actorId: merchant.id });
    expect(rows[3]).toMatchObject({ actorKind: 'anonymous', actorId: null });
    expect(JSON.parse(rows[5]?.detail ?? '{}')).toEqual({ locked: true });
    expect(JSON.stringify(rows)).not.toMatch(/canary|right-1234/);
  });

  it('notes when the merchant was last signed in', async () => {
    const { core, merchant, attempt } = await setUp();
    await attempt('right-1234');
    const row = await core.db
      .selectFrom('merchants')
      .select('lastLoginTime')
      .where('id', '=', merchant.id)
      .executeTakeFirst();
    expect(row?.lastLoginTime).toEqual(core.now());
  });
});
