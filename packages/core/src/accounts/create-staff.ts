import { z } from 'zod';
import { STAFF_ROLES } from '../kernel/access.ts';
import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { checkPassword } from './check-password.ts';
import { normalizeEmail } from './identifier.ts';
import { Password } from './model.ts';
import { insertStaff } from './staff-store.ts';

/** Makes a staff account. The first one of a new installation comes from `apps/api/src/add-staff.ts`. */
export const createStaff = command('staff.create', {
  permission: 'staff:manage',
  input: z.object({
    email: z.email().max(100),
    name: z.string().trim().min(1).max(100),
    roles: z.array(z.enum(STAFF_ROLES)).min(1),
    password: Password,
  }),
  output: z.object({ id: z.number().int() }),
  summary: 'Make a staff account.',
  secret: ['password'],
}).run(async (ctx, { email, name, roles, password }) => {
  checkPassword(ctx, password, { email });
  const passwordHash = await ctx.ports.passwords.hash(password);
  const account = { email: normalizeEmail(email), name, roles, passwordHash, createdBy: actorRef(ctx.actor) };
  const id = await insertStaff(ctx.db, { ...account, now: ctx.now() });
  if (id === undefined) throw appError('EMAIL_TAKEN');
  ctx.audit({ targetType: 'staff', targetId: id, detail: { roles } });
  return { id };
});
