import { appError } from '../kernel/errors.ts';
import { command, query } from '../kernel/operation.ts';
import { endSessions, revokeAtOnce } from './end-sessions.ts';
import { ActOnPerson, Done, SessionId, SessionList, SessionsEnded, SessionsOf } from './model.ts';
import { personTarget } from './person-target.ts';
import { isLive } from './session-rules.ts';
import { findSession } from './session-store.ts';
import { sessionsOf } from './sessions.ts';

/** C-155: anybody's sessions, for those who watch over security. */
export const adminListSessions = query('sessions.list', {
  permission: 'session:view',
  summary: 'Lists where a person (merchant’s user or staff) is signed in.',
  input: SessionsOf,
  output: SessionList,
}).run(async (ctx, { realm, subjectId }) => {
  const mine = ctx.actor.kind === 'staff' ? ctx.actor.sessionId : undefined;
  return { records: await sessionsOf(ctx, realm, subjectId, mine) };
});

/** Errors: `SESSION_NOT_FOUND`. */
export const adminEndSession = command('sessions.end', {
  permission: 'session:end',
  summary: 'Ends anybody’s session at once.',
  input: SessionId,
  output: Done,
}).run(async (ctx, { id }) => {
  const session = await findSession(ctx, id);
  if (!session || !isLive(session, ctx.now())) throw appError('SESSION_NOT_FOUND');
  await revokeAtOnce(ctx, [id], 'ADMIN');
  ctx.audit({ ...personTarget(session.realm, session.subjectId), detail: { session: id } });
  return { done: true };
});

export const adminEndSessions = command('sessions.endAll', {
  permission: 'session:end',
  summary: 'Ends all sessions of a person.',
  input: ActOnPerson,
  output: SessionsEnded,
}).run(async (ctx, { realm, subjectId, reason }) => {
  const ended = await endSessions(ctx, realm, [subjectId], 'ADMIN');
  ctx.audit({ ...personTarget(realm, subjectId), detail: { ended, reason } });
  return { ended };
});
