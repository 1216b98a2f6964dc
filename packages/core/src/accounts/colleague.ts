import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { lockUser, openInvitations } from './colleague-store.ts';
import type { Colleague } from './model.ts';
import { personTarget } from './person-target.ts';

type UserRow = NonNullable<Awaited<ReturnType<typeof lockUser>>>;

/** The merchant whose owner acts. Errors: `NOT_FOUND` (staff have no colleagues of that kind). */
export function ownCompany({ actor }: Pick<Context, 'actor'>): number {
  if (actor.kind !== 'merchant') throw appError('NOT_FOUND');
  return actor.merchantId;
}

/** One of the actor's own people, locked. Errors: `COLLEAGUE_NOT_FOUND`, `COLLEAGUE_OWNER`. */
export async function ownColleague(ctx: Context, id: number): Promise<UserRow> {
  const row = await lockUser(ctx, ownCompany(ctx), id);
  if (!row) throw appError('COLLEAGUE_NOT_FOUND');
  if (row.role === 'OWNER') throw appError('COLLEAGUE_OWNER');
  ctx.audit(personTarget('merchant', id));
  return row;
}

/** As it is now, for the answer of a command. */
export async function viewColleague(ctx: Context, id: number): Promise<Colleague> {
  const row = await lockUser(ctx, ownCompany(ctx), id);
  if (!row) throw appError('COLLEAGUE_NOT_FOUND');
  const [colleague] = await toColleagues(ctx, [row]);
  if (!colleague) throw appError('COLLEAGUE_NOT_FOUND');
  return colleague;
}

export async function toColleagues(ctx: Context, rows: readonly UserRow[]): Promise<Colleague[]> {
  const invited = rows.filter(({ status }) => status === 'INVITED').map(({ id }) => id);
  const links = await openInvitations(ctx, invited, ctx.now());
  return rows.map(({ createdTime, lastLoginTime, ...row }) => ({
    ...row,
    createdTime: iso(createdTime),
    lastLoginTime: isoOrNull(lastLoginTime),
    invitedUntil: isoOrNull(links.get(row.id) ?? null),
  }));
}
