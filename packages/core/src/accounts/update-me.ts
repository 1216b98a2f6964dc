import { permissionsOf } from '../kernel/access.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { MeUpdate, SessionUser } from './model.ts';
import { isExternal, toSessionUser } from './person.ts';
import { changeMe, findPerson } from './person-store.ts';
import { personTarget } from './person-target.ts';

/** One's own name and language; an owner's name is the merchant's contact, too. */
export const updateMe = command('auth.updateMe', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Changes one’s own name and language.',
  input: MeUpdate,
  output: SessionUser,
}).run(async (ctx, change) => {
  const { actor } = ctx;
  if (actor.kind !== 'merchant' && actor.kind !== 'staff') throw appError('UNAUTHENTICATED');
  const before = await findPerson(ctx, actor.kind, actor.id);
  if (before && isExternal(before) && change.name !== undefined) throw appError('SIGN_IN_ELSEWHERE');
  await changeMe(ctx, actor.kind, actor.id, change, ctx.now());
  const person = await findPerson(ctx, actor.kind, actor.id);
  if (!person) throw appError('UNAUTHENTICATED');
  ctx.audit({ ...personTarget(actor.kind, actor.id), detail: { fields: Object.keys(change) } });
  return { ...toSessionUser(person), permissions: permissionsOf(actor.grants) };
});
