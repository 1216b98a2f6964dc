import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { endSessions } from './end-sessions.ts';
import { ActOnPerson, Done } from './model.ts';
import { announceNotice } from './notices.ts';
import { isExternal } from './person.ts';
import { findPerson } from './person-store.ts';
import { personTarget } from './person-target.ts';
import { replaceRecoveryCodes, setTotp } from './totp-store.ts';

/**
 * For somebody who has lost both authenticator and recovery codes. Ends their sessions and tells them by mail; a role that asks for a
 * second factor makes them set up a new one at the next sign-in. Never for oneself: that takes password and code. Errors: `FORBIDDEN`, `SIGN_IN_ELSEWHERE`.
 */
export const resetTotp = command('totp.reset', {
  permission: 'staff:manage',
  summary: 'Takes away the second factor of a person who has lost it; ends their sessions and tells them by mail.',
  input: ActOnPerson,
  output: Done,
}).run(async (ctx, { realm, subjectId, reason }) => {
  const { actor } = ctx;
  if (actor.kind === realm && actor.id === subjectId) throw appError('FORBIDDEN');
  const person = { realm, id: subjectId };
  const found = await findPerson(ctx, realm, subjectId);
  if (found && isExternal(found)) throw appError('SIGN_IN_ELSEWHERE');
  const now = ctx.now();
  await setTotp(ctx.db, person, null, now);
  await replaceRecoveryCodes(ctx.db, person, [], now);
  const ended = await endSessions(ctx, realm, [subjectId], 'ADMIN');
  await announceNotice(ctx, person, 'totp-off');
  ctx.audit({ ...personTarget(realm, subjectId), detail: { ended, reason } });
  return { done: true };
});
