import { command } from '../kernel/operation.ts';
import { readRule } from '../rule-plans/index.ts';
import { Done, RuleInput } from './model.ts';
import { lockOwnRule } from './own.ts';
import { contentOf } from './read-rule.ts';
import { deleteRule } from './store.ts';

/** Deletes a rule; what it has answered stays answered. Errors: `RULE_NOT_FOUND`. */
export const removeRule = command('rules.remove', {
  permission: 'rule:manage',
  summary: 'Deletes a rule; what it has answered stays.',
  input: RuleInput,
  output: Done,
}).run(async (ctx, { id }) => {
  const row = await lockOwnRule(ctx, id);
  await deleteRule(ctx, id);
  ctx.audit({ targetType: 'rule', targetId: id, before: { ...contentOf(readRule(row)), state: row.state } });
  return { done: true as const };
});
