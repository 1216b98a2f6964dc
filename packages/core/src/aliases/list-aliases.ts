import { normalizeKey } from '../cards/index.ts';
import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { AliasListInput, AliasPage } from './model.ts';
import { listAliasRows } from './store.ts';
import { viewAliases } from './view.ts';

/** What admins have said of descriptors, newest first. */
export const listAliases = query('aliases.list', {
  permission: 'alert:assign',
  input: AliasListInput,
  output: AliasPage,
  summary: 'List the descriptors that are known to be a merchant’s although no card has them.',
}).run(async (ctx, input) => {
  const { merchantId, keyword } = input;
  const { total, records } = await listAliasRows(ctx.db, { merchantId, matchPrefix: normalizeKey(keyword) }, input);
  return toPage(input, total, await viewAliases(ctx, records));
});
