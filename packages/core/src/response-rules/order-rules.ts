import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { RuleOrder, Rules } from './model.ts';
import { ownMerchant } from './own.ts';
import { lockRules, updateRuleRow } from './store.ts';
import { viewRules } from './view.ts';

/** The first rule that fits decides, so their order counts. `ids` names every rule of the merchant once. Errors: `RULE_NOT_FOUND`, `CONFLICT`. */
export const orderRules = command('rules.order', {
  permission: 'rule:manage',
  summary: 'Puts the rules into another order; the first that fits an alert decides.',
  input: RuleOrder,
  output: Rules,
}).run(async (ctx, { ids }) => {
  const merchantId = ownMerchant(ctx);
  const rules = await lockRules(ctx, merchantId);
  const known = new Set(rules.map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) throw appError('RULE_NOT_FOUND');
  if (ids.length !== known.size || new Set(ids).size !== ids.length) throw appError('CONFLICT');
  for (const [index, id] of ids.entries()) {
    if (rules.find((rule) => rule.id === id)?.position !== index + 1)
      await updateRuleRow(ctx, id, { position: index + 1 }, ctx.now());
  }
  ctx.audit({ targetType: 'rule', before: { order: rules.map(({ id }) => id) }, after: { order: ids } });
  return { records: await viewRules(ctx.db, merchantId, ctx.now()) };
});
