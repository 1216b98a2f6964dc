import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { fieldError } from '../kernel/validation.ts';
import { confirmGuard } from './guard-name.ts';
import { clearGuard, countFailure, guardIsLocked } from './guard-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Person } from './person.ts';
import { findPerson } from './person-store.ts';
import { personTarget } from './person-target.ts';

/**
 * The person who acts, once they have shown that they know their password: a session left open is not enough. Wrong ones count like
 * failed sign-ins, so it is for an `effect`: the count must stay although the act is refused.
 * Errors: `CURRENT_PASSWORD_WRONG`, at the field `path`; `UNAUTHENTICATED`.
 */
export async function confirmOwnPassword(ctx: Context, password: string, path: string): Promise<Person> {
  const { actor } = ctx;
  if (actor.kind !== 'merchant' && actor.kind !== 'staff') throw appError('UNAUTHENTICATED');
  const person = await findPerson(ctx, actor.kind, actor.id);
  if (!person?.passwordHash) throw appError('UNAUTHENTICATED');
  const { passwordHash } = person;
  const guard = confirmGuard({ realm: actor.kind, id: actor.id });
  ctx.audit(personTarget(actor.kind, actor.id));
  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    if (!locked && (await ctx.ports.passwords.verify(passwordHash, password))) {
      await clearGuard(ctx, guard, ctx.now());
      return person;
    }
    await countFailure(ctx, guard, ctx.now());
    const fields = [fieldError(path, 'CURRENT_PASSWORD_WRONG', ctx.locale)];
    throw appError('CURRENT_PASSWORD_WRONG', { fields });
  });
}
