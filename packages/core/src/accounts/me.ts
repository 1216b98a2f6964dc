import { z } from 'zod';
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
  const person =
    actor.kind === 'merchant' || actor.kind === 'staff' ? await findPerson(ctx, actor.kind, actor.id) : undefined;
  if (!person) throw appError('UNAUTHENTICATED');
  return toSessionUser(person);
});
