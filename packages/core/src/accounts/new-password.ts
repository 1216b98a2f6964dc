import type { Context } from '../kernel/context.ts';
import { inZone } from '../kernel/time.ts';
import { addressee, type Mailing, mailNotice, resetPage } from './account-mails.ts';
import { endSessions } from './end-sessions.ts';
import { liftLock } from './guard-store.ts';
import { closeLinks } from './link-store.ts';
import { setPasswordHash } from './password-store.ts';
import type { Person } from './person.ts';

/**
 * Everything a new password means: other sessions end, the lock is lifted, open links to reset or to move the address end with
 * it, and the person is told.
 */
export async function applyNewPassword(
  ctx: Mailing & Pick<Context, 'afterCommit'>,
  person: Person,
  passwordHash: string,
  keepSession?: string,
): Promise<void> {
  const now = ctx.now();
  await setPasswordHash(ctx, person, passwordHash, now);
  await endSessions(ctx, person.realm, [person.id], 'PASSWORD', keepSession);
  await liftLock(ctx, person.realm, person.id);
  await closeLinks(ctx, { realm: person.realm, subjectId: person.id }, ['RESET', 'EMAIL'], now);
  await mailNotice(ctx, addressee(person), {
    kind: 'account.password-changed',
    params: { time: inZone(now, 'Asia/Shanghai'), url: resetPage(ctx, person) },
  });
}
