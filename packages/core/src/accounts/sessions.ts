import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command, query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { self } from './confirm-identity.ts';
import { deviceName } from './device-name.ts';
import { endSessions, revokeAtOnce } from './end-sessions.ts';
import { Done, type LiveSession, type Realm, SessionId, SessionList, SessionsEnded } from './model.ts';
import { personTarget } from './person-target.ts';
import { liveSessions } from './session-store.ts';

/** C-155: where one is signed in. */
export const listSessions = query('auth.sessions.list', {
  permission: 'signed-in',
  summary: 'Lists where one is signed in: device, first and last use, address.',
  input: z.object({}),
  output: SessionList,
}).run(async (ctx) => {
  const { realm, id, sessionId } = await self(ctx);
  return { records: await sessionsOf(ctx, realm, id, sessionId) };
});

/** Ends one of one's own sessions, at once; ending it twice is no error. Errors: `SESSION_NOT_FOUND`. */
export const endSession = command('auth.sessions.end', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Ends one of one’s own sessions at once.',
  input: SessionId,
  output: Done,
}).run(async (ctx, { id }) => {
  const person = await self(ctx);
  const mine = await liveSessions(ctx, person.realm, person.id, ctx.now());
  if (!mine.some((session) => session.id === id)) throw appError('SESSION_NOT_FOUND');
  await revokeAtOnce(ctx, [id], 'ENDED');
  ctx.audit({ targetType: 'session', targetId: id });
  return { done: true };
});

export const endOtherSessions = command('auth.sessions.endOthers', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Ends all of one’s own sessions except this one.',
  input: z.object({}),
  output: SessionsEnded,
}).run(async (ctx) => {
  const { realm, id, sessionId } = await self(ctx);
  const ended = await endSessions(ctx, realm, [id], 'ENDED', sessionId);
  ctx.audit({ ...personTarget(realm, id), detail: { ended } });
  return { ended };
});

export async function sessionsOf(
  ctx: Context,
  realm: Realm,
  subjectId: number,
  current?: string,
): Promise<LiveSession[]> {
  const rows = await liveSessions(ctx, realm, subjectId, ctx.now());
  return rows.map((row) => ({
    id: row.id,
    ...deviceName(row.userAgent),
    createdTime: iso(row.createdTime),
    lastSeenTime: iso(row.lastSeenTime),
    expiresTime: iso(row.expiresTime),
    ip: row.lastIp || row.ip,
    remember: row.remember === 1,
    current: row.id === current,
  }));
}
