import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../kernel/time.ts';
import { buildMerchant, testCaller, testCore } from '../testing/index.ts';
import { login, logout, me, noteSessionUse, refresh, resolveActor } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function signIn(remember = false) {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash('right-1234') });
  const signedIn = await execute(core, testCaller(), login, {
    account: merchant.email,
    password: 'right-1234',
    remember,
  });
  const renew = (refreshToken: string) => execute(core, testCaller(), refresh, { refreshToken });
  const leave = async (accessToken: string) =>
    execute(core, testCaller(await resolveActor(core, accessToken)), logout, {});
  return { core, merchant, ...signedIn, renew, leave };
}
const ENDED = { code: 'SESSION_ENDED' };

describe('A-302 refresh tokens', () => {
  it('are exchanged for the next one and a new access token', async () => {
    const { core, merchant, refreshToken, renew } = await signIn();
    core.clock.advance(20 * MINUTE);
    const next = await renew(refreshToken);
    expect(next.refreshToken).not.toBe(refreshToken);
    expect(await resolveActor(core, next.accessToken)).toMatchObject({ kind: 'merchant', merchantId: merchant.id });
    core.clock.advance(20 * MINUTE);
    await expect(renew(next.refreshToken)).resolves.toMatchObject({ user: { id: merchant.id } });
  });

  it('are stored as hashes alone', async () => {
    const { core, refreshToken } = await signIn();
    const rows = await core.db.selectFrom('refreshTokens').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    expect(rows.some(({ tokenHash }) => tokenHash.includes(Buffer.from(refreshToken, 'base64url')))).toBe(false);
  });

  it('used twice end the session for everybody, and it stands in the audit log', async () => {
    const { core, merchant, refreshToken, accessToken, renew } = await signIn();
    const next = await renew(refreshToken);
    core.clock.advance(10 * SECOND + 1);
    await expect(renew(refreshToken)).rejects.toMatchObject(ENDED);
    await expect(renew(next.refreshToken)).rejects.toMatchObject(ENDED);
    await expect(resolveActor(core, accessToken)).rejects.toMatchObject(ENDED);
    const audit = await core.db.selectFrom('auditLogs').select('targetId').where('action', '=', 'auth.reuse').execute();
    expect(audit).toContainEqual({ targetId: String(merchant.id) });
  });

  it('may be used again within ten seconds, when the answer got lost', async () => {
    const { core, refreshToken, renew } = await signIn();
    await renew(refreshToken);
    core.clock.advance(10 * SECOND);
    const again = await renew(refreshToken);
    core.clock.advance(MINUTE);
    await expect(renew(again.refreshToken)).resolves.toMatchObject({ tokenType: 'bearer' });
  });

  it('of two successors let one go on; the other is then a reuse', async () => {
    const { core, refreshToken, renew } = await signIn();
    const lost = await renew(refreshToken);
    const kept = await renew(refreshToken);
    core.clock.advance(MINUTE);
    await renew(kept.refreshToken);
    core.clock.advance(MINUTE);
    await expect(renew(lost.refreshToken)).rejects.toMatchObject(ENDED);
  });

  it('used by many at once stay one line of tokens', async () => {
    const { core, refreshToken, renew } = await signIn();
    const answers = await Promise.all(Array.from({ length: 8 }, () => renew(refreshToken)));
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(8);
    core.clock.advance(MINUTE);
    await expect(renew(answers[3]?.refreshToken ?? '')).resolves.toMatchObject({ tokenType: 'bearer' });
    core.clock.advance(MINUTE);
    await expect(renew(answers[4]?.refreshToken ?? '')).rejects.toMatchObject(ENDED);
  });

  it('that were never issued are refused', async () => {
    const { renew } = await signIn();
    await expect(renew('x'.repeat(43))).rejects.toMatchObject(ENDED);
  });
});

describe('A-038 A-348 how long a session lasts', () => {
  it.each([
    ['12 hours', false, 12 * HOUR, null],
    ['30 days with "remember me"', true, 30 * DAY, 30 * 24 * 3600],
  ] as const)('%s', async (_, remember, length, cookieSeconds) => {
    const { core, merchant, accessToken, refreshToken, refreshExpiresIn, renew } = await signIn(remember);
    expect(refreshExpiresIn).toBe(cookieSeconds);
    const caller = testCaller({ ...merchant.actor, sessionId: (await resolveActor(core, accessToken)).sessionId });
    for (let left = length - 1; left > 0; left -= 6 * DAY) {
      core.clock.advance(Math.min(left, 6 * DAY));
      await noteSessionUse(core, caller);
    }
    const last = await renew(refreshToken);
    core.clock.advance(1);
    await expect(renew(last.refreshToken)).rejects.toMatchObject(ENDED);
    await expect(resolveActor(core, last.accessToken)).rejects.toMatchObject({ code: /SESSION_ENDED|UNAUTHENTICATED/ });
  });
});

describe('A-047 signing out', () => {
  it('ends the access token and the refresh token at once', async () => {
    const { core, accessToken, refreshToken, renew, leave } = await signIn();
    await resolveActor(core, accessToken);
    await expect(leave(accessToken)).resolves.toEqual({ done: true });
    await expect(resolveActor(core, accessToken)).rejects.toMatchObject(ENDED);
    await expect(renew(refreshToken)).rejects.toMatchObject(ENDED);
  });

  it('works by the refresh token alone, when the access token has run out', async () => {
    const { core, refreshToken, renew } = await signIn();
    await execute(core, testCaller(), logout, { refreshToken });
    await expect(renew(refreshToken)).rejects.toMatchObject(ENDED);
  });

  it('ends this session and no other of the same person', async () => {
    const first = await signIn();
    const second = await execute(first.core, testCaller(), login, {
      account: first.merchant.email,
      password: 'right-1234',
    });
    await first.leave(first.accessToken);
    await expect(resolveActor(first.core, second.accessToken)).resolves.toMatchObject({ id: first.merchant.id });
  });

  it('without any session is no error', async () => {
    const { core } = await signIn();
    await expect(execute(core, testCaller(), logout, {})).resolves.toEqual({ done: true });
  });
});

describe('who acts', () => {
  it('is noticed to be closed or suspended within five seconds', async () => {
    const { core, merchant, accessToken, refreshToken, renew } = await signIn();
    const setStatus = (status: 'SUSPENDED' | 'CLOSED') =>
      core.db.updateTable('merchants').set({ status }).where('id', '=', merchant.id).execute();
    expect(await resolveActor(core, accessToken)).toMatchObject({ merchantStatus: 'ACTIVE' });
    await setStatus('SUSPENDED');
    core.clock.advance(5 * SECOND);
    expect(await resolveActor(core, accessToken)).toMatchObject({ merchantStatus: 'SUSPENDED' });
    await setStatus('CLOSED');
    core.clock.advance(5 * SECOND);
    await expect(resolveActor(core, accessToken)).rejects.toMatchObject(ENDED);
    await expect(renew(refreshToken)).rejects.toMatchObject(ENDED);
  });

  it('is asked of the database once for many requests', async () => {
    const { core, accessToken } = await signIn();
    const actors = await Promise.all(Array.from({ length: 50 }, () => resolveActor(core, accessToken)));
    expect(new Set(actors).size).toBe(1);
  });

  it('is nobody without a valid token', async () => {
    const { core } = await signIn();
    await expect(resolveActor(core, 'not.a.token')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('can be shown to themselves', async () => {
    const { core, accessToken, merchant } = await signIn();
    const user = await execute(core, testCaller(await resolveActor(core, accessToken)), me, {});
    expect(user).toMatchObject({ id: merchant.id, companyName: merchant.companyName });
  });
});
