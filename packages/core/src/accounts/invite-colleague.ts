import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { ownCompany, viewColleague } from './colleague.ts';
import { insertInvited, usersOf } from './colleague-store.ts';
import { normalizeEmail } from './identifier.ts';
import { mailInvitation } from './invitation.ts';
import { Colleague, InviteInput } from './model.ts';
import { findUser } from './person-store.ts';
import { personTarget } from './person-target.ts';

const COLLEAGUES_AT_MOST = 50;

/**
 * Invites a colleague by mail as manager, handler or viewer; the link works for 72 hours. Errors: `EMAIL_TAKEN` (who is signed in and
 * named in the audit may learn that; an invitation that can never be accepted would be worse), `COLLEAGUES_TOO_MANY`.
 */
export const inviteColleague = command('colleagues.invite', {
  permission: 'colleague:manage',
  summary: 'Invites a colleague by mail; the link works once and for 72 hours.',
  input: InviteInput,
  output: Colleague,
}).run(async (ctx, { email, name, role }) => {
  const merchantId = ownCompany(ctx);
  if ((await usersOf(ctx, merchantId)).length > COLLEAGUES_AT_MOST) throw appError('COLLEAGUES_TOO_MANY');
  const { locale } = ctx;
  const invitation = { merchantId, email: normalizeEmail(email), name, role, locale, createdBy: actorRef(ctx.actor) };
  const id = await insertInvited(ctx, { ...invitation, now: ctx.now() });
  const person = id === undefined ? undefined : await findUser(ctx, id);
  if (!person) throw appError('EMAIL_TAKEN');
  ctx.audit({ ...personTarget('merchant', person.id), detail: { role } });
  await mailInvitation(ctx, person);
  return viewColleague(ctx, person.id);
});
