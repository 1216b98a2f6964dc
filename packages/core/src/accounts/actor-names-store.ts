import type { Context } from '../kernel/context.ts';
import { shownTo } from '../kernel/sensitive.ts';

/** Names of the people who appear in a history, by `merchant:7` / `staff:2`, as the reader may see them. */
export async function actorNames(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const ids = (kind: string) =>
    refs.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => Number(ref.slice(kind.length + 1)));
  const names = new Map<string, string>();
  const [merchants, staff] = [ids('merchant'), ids('staff')];
  if (merchants.length > 0) {
    const rows = await db.selectFrom('merchantUsers').select(['id', 'name']).where('id', 'in', merchants).execute();
    for (const row of rows) names.set(`merchant:${row.id}`, shownTo(actor, 'merchant.contactPerson', row.name));
  }
  if (staff.length > 0) {
    const rows = await db.selectFrom('staffUsers').select(['id', 'name']).where('id', 'in', staff).execute();
    for (const row of rows) names.set(`staff:${row.id}`, row.name);
  }
  return names;
}
