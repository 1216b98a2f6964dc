import { z } from 'zod';
import { permissionsOf } from '../kernel/access.ts';
import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { SessionUser } from './model.ts';
import { toSessionUser } from './person.ts';
import { findPerson } from './person-store.ts';

export const me = query('auth.me', {
  permission: 'signed-in',
  summary: 'Shows who is signed in and what they may do.',
  input: z.object({}),
  output: SessionUser,
}).run(async (ctx) => {
  const { actor } = ctx;
  if (actor.kind !== 'merchant' && actor.kind !== 'staff') throw appError('UNAUTHENTICATED');
  const person = await findPerson(ctx, actor.kind, actor.id);
  if (!person) throw appError('UNAUTHENTICATED');
  // As of this session, which may be limited more than the roles.
  return { ...toSessionUser(person), permissions: permissionsOf(actor.grants) };
});
