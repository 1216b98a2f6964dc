import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { MINUTE } from '../kernel/time.ts';
import { mailParams } from '../notifications/index.ts';
import { buildMerchant, testCaller, testCore } from '../testing/index.ts';
import { liftLock, lockedUntil, login, newDeviceId } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash('right-1234') });
  const outcome = (password: string, device?: string, more: { ip?: string; userAgent?: string } = {}, on = core) =>
    execute(on, testCaller(undefined, { ...(device && { device }), ...more }), login, {
      account: merchant.email,
      password,
    }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  const notices = () =>
    core.db
      .selectFrom('emailMessages')
      .select(['kind', 'recipient', 'messageId', 'params', 'paramsEnc', 'secretEnc'])
      .where('recipient', '=', merchant.email)
      .where('kind', 'like', 'account.%')
      .orderBy('id')
      .execute();
  return { core, merchant, outcome, notices };
}
const WRONG = 'INVALID_CREDENTIALS';

describe('A-349 known devices', () => {
  it('A-349 a stranger’s failures lock strangers out, not the device its owner has signed in from', async () => {
    const { core, merchant, outcome } = await setUp();
    const [home, other] = [newDeviceId(), newDeviceId()];
    expect(await outcome('right-1234', home)).toBe('in');
    for (let i = 0; i < 4; i++) expect(await outcome('guess', other)).toBe(WRONG);
    expect(await outcome('right-1234', other)).toBe(WRONG);
    expect(await outcome('right-1234')).toBe(WRONG);
    expect(await lockedUntil(core, 'merchant', merchant.userId)).toEqual(new Date(core.now().getTime() + 30 * MINUTE));
    expect(await outcome('right-1234', home)).toBe('in');
    expect(await outcome('right-1234', other)).toBe(WRONG);
  });

  it('A-039 A-040 a known device locks by itself after three failures, for 30 minutes', async () => {
    const { core, outcome } = await setUp();
    const home = newDeviceId();
    await outcome('right-1234', home);
    for (let i = 0; i < 3; i++) await outcome('wrong', home);
    expect(await outcome('right-1234', home)).toBe(WRONG);
    core.clock.advance(30 * MINUTE);
    expect(await outcome('right-1234', home)).toBe('in');
  });

  it('A-349 an id nobody has signed in with is worth nothing, and neither is looking alike', async () => {
    const { outcome } = await setUp();
    expect(await outcome('right-1234')).toBe('in');
    for (let i = 0; i < 3; i++) await outcome('guess');
    expect(await outcome('right-1234', newDeviceId())).toBe(WRONG);
    expect(await outcome('right-1234')).toBe(WRONG);
  });

  it('A-349 one person’s known device is another person’s stranger', async () => {
    const one = await setUp();
    const other = await setUp();
    const shared = newDeviceId();
    await one.outcome('right-1234', shared);
    for (let i = 0; i < 3; i++) await other.outcome('guess');
    expect(await other.outcome('right-1234', shared)).toBe(WRONG);
  });

  it('A-349 the lock survives a restart, and lifting it opens every counter at once', async () => {
    const { core, merchant, outcome } = await setUp();
    const home = newDeviceId();
    await outcome('right-1234', home);
    for (let i = 0; i < 3; i++) await outcome('guess');
    for (let i = 0; i < 3; i++) await outcome('guess', home);
    const restarted = testCore({ ...core.ports, db: database.db, clock: core.clock });
    expect(await outcome('right-1234', undefined, {}, restarted)).toBe(WRONG);
    expect(await liftLock(restarted, 'merchant', merchant.userId)).toBe(true);
    expect(await lockedUntil(restarted, 'merchant', merchant.userId)).toBeNull();
    expect([await outcome('right-1234'), await outcome('right-1234', home)]).toEqual(['in', 'in']);
    expect(await liftLock(restarted, 'merchant', merchant.userId)).toBe(false);
  });

  it('A-327 only the hash of a device’s id is stored', async () => {
    const { core, outcome } = await setUp();
    const id = newDeviceId();
    await outcome('right-1234', id);
    const rows = await core.db.selectFrom('knownDevices').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(id);
    expect(rows.some(({ deviceHash }) => deviceHash.equals(Buffer.from(id, 'base64url')))).toBe(false);
  });
});

describe('the notice of a new device', () => {
  it('A-308 goes out at a sign-in from a device that is new to an account in use, once, and says when, where and with what', async () => {
    const { outcome, notices, core } = await setUp();
    const [home, laptop] = [newDeviceId(), newDeviceId()];
    await outcome('right-1234', home);
    expect(await notices()).toEqual([]);
    core.clock.advance(MINUTE);
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36';
    for (let i = 0; i < 2; i++) await outcome('right-1234', laptop, { ip: '203.0.113.9', userAgent });
    const [notice, ...more] = await notices();
    expect(more).toEqual([]);
    expect(notice?.kind).toBe('account.new-device');
    expect(notice && mailParams(core.ports.cipher, notice)).toEqual({
      when: expect.stringMatching(/Asia\/Shanghai/),
      where: '203.0.113.9',
      device: 'Chrome · Windows',
      settings: 'https://merchant.example.test/security',
    });
  });

  it('A-308 goes out for programs that show no id, too, when they look new', async () => {
    const { outcome, notices, core } = await setUp();
    await outcome('right-1234', undefined, { ip: '198.51.100.1', userAgent: 'curl/8' });
    core.clock.advance(MINUTE);
    await outcome('right-1234', undefined, { ip: '198.51.100.77', userAgent: 'curl/8' });
    expect(await notices()).toEqual([]);
    await outcome('right-1234', undefined, { ip: '192.0.2.1', userAgent: 'curl/8' });
    expect((await notices()).map(({ kind }) => kind)).toEqual(['account.new-device']);
  });
});
