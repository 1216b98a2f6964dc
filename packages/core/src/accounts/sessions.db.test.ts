import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { DAY, MINUTE, SECOND } from '../kernel/time.ts';
import { buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import {
  adminEndSession,
  adminEndSessions,
  adminListSessions,
  endOtherSessions,
  endSession,
  listSessions,
  login,
  noteSessionUse,
  refresh,
  resolveActor,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const CHROME = 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36';

async function setUp(realm: 'merchant' | 'staff' = 'merchant') {
  const core = testCore({ db: database.db });
  const passwordHash = await core.ports.passwords.hash('right-1234');
  const person =
    realm === 'merchant' ? await buildMerchant(core.db, { passwordHash }) : await buildStaff(core.db, { passwordHash });
  const signIn = (more: object = {}, remember = false) =>
    execute(core, testCaller(undefined, more), login, {
      account: person.email,
      password: 'right-1234',
      realm,
      remember,
    });
  const as = async (token: string, more: object = {}) => testCaller(await resolveActor(core, token), more);
  const subjectId = 'userId' in person ? person.userId : person.id;
  return { core, signIn, as, subjectId };
}
const ENDED = { code: 'SESSION_ENDED' };

describe('C-155 sessions', () => {
  it('C-155 are listed with device, times and address, this one marked', async () => {
    const { core, signIn, as } = await setUp();
    await signIn({ ip: '203.0.113.5', userAgent: CHROME });
    core.clock.advance(MINUTE);
    const { accessToken } = await signIn({ ip: '198.51.100.1', userAgent: 'curl/8' });
    core.clock.advance(2 * MINUTE);
    await noteSessionUse(core, await as(accessToken, { ip: '198.51.100.2' }));
    const { records } = await execute(core, await as(accessToken), listSessions, {});
    expect(records).toMatchObject([
      { program: 'curl', system: null, ip: '198.51.100.2', current: true, lastSeenTime: core.now().toISOString() },
      { program: 'Chrome', system: 'Windows', ip: '203.0.113.5', current: false },
    ]);
  });

  it('C-155 C-154 one can be ended: its tokens stop at once', async () => {
    const { core, signIn, as } = await setUp();
    const lost = await signIn();
    const { accessToken } = await signIn();
    const { records } = await execute(core, await as(accessToken), listSessions, {});
    const other = records.find(({ current }) => !current);
    await execute(core, await as(accessToken), endSession, { id: other?.id });
    await expect(resolveActor(core, lost.accessToken)).rejects.toMatchObject(ENDED);
    const renewal = execute(core, testCaller(), refresh, { refreshToken: lost.refreshToken });
    await expect(renewal).rejects.toMatchObject(ENDED);
    await expect(execute(core, await as(accessToken), endSession, { id: other?.id })).rejects.toMatchObject({
      code: 'SESSION_NOT_FOUND',
    });
  });

  it('C-155 all others can be ended, this one stays', async () => {
    const { core, signIn, as } = await setUp();
    const others = [await signIn(), await signIn(), await signIn()];
    const { accessToken } = await signIn();
    expect(await execute(core, await as(accessToken), endOtherSessions, {})).toEqual({ ended: 3 });
    for (const other of others) await expect(resolveActor(core, other.accessToken)).rejects.toMatchObject(ENDED);
    expect((await execute(core, await as(accessToken), listSessions, {})).records).toHaveLength(1);
  });

  it('C-155 nobody ends or sees another’s', async () => {
    const one = await setUp();
    const other = await setUp();
    const mine = await one.signIn();
    const { records } = await execute(one.core, await one.as(mine.accessToken), listSessions, {});
    const { accessToken } = await other.signIn();
    const theft = execute(other.core, await other.as(accessToken), endSession, { id: records[0]?.id });
    await expect(theft).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
    await expect(resolveActor(one.core, mine.accessToken)).resolves.toMatchObject({ id: one.subjectId });
  });

  it('C-155 C-154 those who watch over security see and end anybody’s; others may not', async () => {
    const { core, signIn, subjectId } = await setUp();
    const system = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const platform = await buildStaff(core.db, { roles: ['PLATFORM_ADMIN'] });
    const [one, two] = [await signIn(), await signIn()];
    const of = { realm: 'merchant', subjectId };
    const { records } = await execute(core, testCaller(system.actor), adminListSessions, of);
    expect(records).toHaveLength(2);
    const refused = execute(core, testCaller(platform.actor), adminListSessions, of);
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await execute(core, testCaller(system.actor), adminEndSession, { id: records[0]?.id });
    expect(await execute(core, testCaller(system.actor), adminEndSessions, { ...of, reason: 'lost' })).toEqual({
      ended: 1,
    });
    for (const { accessToken } of [one, two])
      await expect(resolveActor(core, accessToken)).rejects.toMatchObject(ENDED);
  });
});

describe('C-264 limits of sessions', () => {
  it('C-264 the eleventh sign-in ends the session used longest ago', async () => {
    const { core, signIn, as } = await setUp();
    const all = [];
    for (let i = 0; i < 10; i++) {
      all.push(await signIn());
      core.clock.advance(MINUTE);
    }
    await noteSessionUse(core, await as(all[0]?.accessToken ?? ''));
    const newest = await signIn();
    await expect(resolveActor(core, all[1]?.accessToken ?? '')).rejects.toMatchObject(ENDED);
    for (const { accessToken } of [newest, ...all.filter((_, i) => i !== 1)])
      await expect(resolveActor(core, accessToken)).resolves.toMatchObject({ kind: 'merchant' });
  });

  it.each([
    ['merchant', 7 * DAY],
    ['staff', 30 * MINUTE],
  ] as const)('C-264 a session of %s nobody uses ends, however often it renews itself', async (realm, idle) => {
    const { core, signIn } = await setUp(realm);
    let { refreshToken } = await signIn({}, true);
    const renew = () => execute(core, testCaller(), refresh, { refreshToken });
    core.clock.advance(idle - MINUTE);
    ({ refreshToken } = await renew());
    core.clock.advance(MINUTE);
    await expect(renew()).rejects.toMatchObject(ENDED);
  });

  it('C-264 use keeps it alive, noted once a minute', async () => {
    const { core, signIn, as } = await setUp('staff');
    let { accessToken, refreshToken } = await signIn({}, true);
    for (let i = 0; i < 5; i++) {
      core.clock.advance(14 * MINUTE);
      await noteSessionUse(core, await as(accessToken));
      ({ accessToken, refreshToken } = await execute(core, testCaller(), refresh, { refreshToken }));
    }
    const caller = await as(accessToken);
    const seen = async () =>
      (
        await core.db
          .selectFrom('sessions')
          .select('lastSeenTime')
          .where('id', '=', 'sessionId' in caller.actor ? caller.actor.sessionId : '')
          .executeTakeFirstOrThrow()
      ).lastSeenTime;
    const before = await seen();
    core.clock.advance(59 * SECOND);
    await noteSessionUse(core, caller);
    expect(await seen()).toEqual(before);
    core.clock.advance(SECOND);
    await noteSessionUse(core, caller);
    expect(await seen()).toEqual(core.now());
  });
});
