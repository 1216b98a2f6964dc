import type { Context } from '../kernel/context.ts';
import { shownTo } from '../kernel/sensitive.ts';

interface Target {
  targetType: string;
  targetId: string;
}

/** What a thing is called today, by `type:id`; masked as its reader sees it elsewhere. What is gone or has no name isn't in it. */
export async function targetNames(ctx: Context, targets: readonly Target[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const collect = async (type: string, read: (ids: number[]) => Promise<{ id: number; name: string }[]>) => {
    const numbers = targets.filter(({ targetType }) => targetType === type).map(({ targetId }) => Number(targetId));
    const ids = [...new Set(numbers.filter((id) => Number.isSafeInteger(id) && id > 0))];
    if (ids.length === 0) return;
    for (const { id, name } of await read(ids)) names.set(`${type}:${id}`, name);
  };
  await Promise.all([
    collect('merchant', (ids) =>
      ctx.db.selectFrom('merchants').select(['id', 'companyName as name']).where('id', 'in', ids).execute(),
    ),
    collect('user', async (ids) => {
      const rows = await ctx.db
        .selectFrom('merchantUsers as u')
        .innerJoin('merchants as m', 'm.id', 'u.merchantId')
        .select(['u.id', 'u.name', 'm.companyName'])
        .where('u.id', 'in', ids)
        .execute();
      return rows.map(({ id, name, companyName }) => ({
        id,
        name: `${shownTo(ctx.actor, 'merchant.contactPerson', name)} · ${companyName}`,
      }));
    }),
    collect('staff', (ids) => ctx.db.selectFrom('staffUsers').select(['id', 'name']).where('id', 'in', ids).execute()),
    collect('team', (ids) => ctx.db.selectFrom('teams').select(['id', 'name']).where('id', 'in', ids).execute()),
    collect('card', (ids) =>
      ctx.db.selectFrom('merchantCards').select(['id', 'descriptor as name']).where('id', 'in', ids).execute(),
    ),
    collect('alert', (ids) =>
      ctx.db.selectFrom('chargebackAlerts').select(['id', 'alertId as name']).where('id', 'in', ids).execute(),
    ),
  ]);
  return names;
}
