import { z } from 'zod';
import { readLink } from '../accounts/index.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { Invitation, InvitationCode } from './model.ts';
import { requireLocalSignIn } from './rights.ts';
import { invitedById } from './store.ts';

/**
 * Whom a code invites, for the page before its form; it isn't used up. An `effect` so that the code travels in a body and not in an
 * address, which logs keep. Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED`.
 */
export const readInvitation = effect('staff.readInvitation', {
  permission: 'public',
  summary: 'Shows whom an invitation’s code is for, without using it up.',
  input: z.object({ code: InvitationCode }),
  output: Invitation,
  secret: ['code'],
}).run(async (ctx, { code }) => {
  requireLocalSignIn(ctx);
  const link = await readLink(ctx, code, 'INVITE');
  const person = link.realm === 'staff' ? await invitedById(ctx, link.subjectId) : undefined;
  if (!person) throw appError('LINK_INVALID');
  return person;
});
