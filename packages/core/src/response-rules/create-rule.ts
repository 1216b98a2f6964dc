import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { RULES_AT_MOST, Rule, RuleCreate } from './model.ts';
import { ownMerchant } from './own.ts';
import { contentColumns } from './rule-columns.ts';
import { insertRule, lockForAdding } from './store.ts';
import { viewRule } from './view.ts';

/** Writes a rule, switched off, behind the others. Errors: `RULES_TOO_MANY`. */
export const createRule = command('rules.create', {
  permission: 'rule:manage',
  summary: 'Writes a rule that answers alerts; it is off until it was back-tested and switched on.',
  input: RuleCreate,
  output: Rule,
}).run(async (ctx, content) => {
  const merchantId = ownMerchant(ctx);
  const rules = await lockForAdding(ctx, merchantId);
  if (rules.length >= RULES_AT_MOST) throw appError('RULES_TOO_MANY');
  const now = ctx.now();
  const id = await insertRule(ctx, {
    merchantId,
    position: Math.max(0, ...rules.map(({ position }) => position)) + 1,
    ...contentColumns(content),
    createdBy: actorRef(ctx.actor),
    createdTime: now,
    updatedTime: now,
  });
  ctx.audit({ targetType: 'rule', targetId: id, after: content });
  return viewRule(ctx.db, id, now);
});
