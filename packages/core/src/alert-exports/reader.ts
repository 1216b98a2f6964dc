import type { Context } from '../kernel/context.ts';
import type { TableReader } from './columns.ts';
import { merchantZone } from './store.ts';

/** Who reads a table: the merchant in its own zone unless another is asked for, staff in UTC. */
export async function tableReader(ctx: Context, timeZone: string | undefined): Promise<TableReader> {
  const { actor, scope, locale } = ctx;
  const own =
    actor.kind === 'merchant' && timeZone === undefined ? await merchantZone(ctx.db, actor.merchantId) : 'UTC';
  return { locale, timeZone: timeZone ?? own, staff: scope === 'all' };
}
