import type { Permission } from '../kernel/access.ts';
import type { Context } from '../kernel/context.ts';
import { staffGrants } from './role-store.ts';

type Reads = Pick<Context, 'db'>;

/** Active staff whose roles, as they are now, grant a permission: who is told by mail. */
export async function staffWhoMay(ctx: Reads, permission: Permission) {
  const people = await ctx.db
    .selectFrom('staffUsers')
    .select(['id', 'email', 'locale', 'roles'])
    .where('status', '=', 'ACTIVE')
    .execute();
  const allowed = new Map<string, boolean>();
  for (const { roles } of people) {
    if (allowed.has(roles)) continue;
    const { grants } = await staffGrants(
      ctx,
      roles.split(',').filter((role) => role !== ''),
    );
    allowed.set(roles, grants[permission] !== undefined);
  }
  return people.filter(({ roles }) => allowed.get(roles));
}
