import { z } from 'zod';
import { checkPassword, redeemLink } from '../accounts/index.ts';
import { Password } from '../accounts/model.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { InvitationCode } from './model.ts';
import { requireLocalSignIn } from './rights.ts';
import { changeStaff, invitedById } from './store.ts';

/**
 * Somebody invited sets name and password and can sign in from then on; the answer is the address to sign in with. Accepting signs nobody
 * in. Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`.
 */
export const acceptInvitation = command('staff.acceptInvitation', {
  permission: 'public',
  summary: 'Accepts an invitation: sets name and password; the code works once.',
  input: z.object({ code: InvitationCode, name: z.string().trim().min(1).max(100), password: Password }),
  output: z.object({ email: z.string() }),
  secret: ['code', 'password'],
}).run(async (ctx, { code, name, password }) => {
  requireLocalSignIn(ctx);
  const link = await redeemLink(ctx, code, 'INVITE');
  const person = link.realm === 'staff' ? await invitedById(ctx, link.subjectId) : undefined;
  if (!person) throw appError('LINK_INVALID');
  checkPassword(ctx, password, { email: person.email });
  const passwordHash = await ctx.ports.passwords.hash(password);
  await changeStaff(ctx, link.subjectId, { name, passwordHash, status: 'ACTIVE' }, ctx.now());
  ctx.audit({ targetType: 'staff', targetId: link.subjectId, detail: { roles: person.roles } });
  return { email: person.email };
});
