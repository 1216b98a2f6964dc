import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { MerchantRulesInput, Rules } from './model.ts';
import { ownMerchant } from './own.ts';
import { viewRules } from './view.ts';

/** The merchant's rules in the order in which they are asked. */
export const listRules = query('rules.list', {
  permission: 'rule:view',
  summary: 'Lists the rules that answer alerts, in their order, with what each has done.',
  input: z.object({}),
  output: Rules,
}).run(async (ctx) => ({ records: await viewRules(ctx.db, ownMerchant(ctx), ctx.now()) }));

/** The same, for staff who help. */
export const adminListRules = query('admin.rules.list', {
  permission: 'merchant:view',
  summary: 'Lists the rules of one merchant.',
  input: MerchantRulesInput,
  output: Rules,
}).run(async (ctx, { merchantId }) => ({ records: await viewRules(ctx.db, merchantId, ctx.now()) }));
