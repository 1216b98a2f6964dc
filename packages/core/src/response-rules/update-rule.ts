import { changed } from '../kernel/changed.ts';
import { command } from '../kernel/operation.ts';
import { readRule } from '../rule-plans/index.ts';
import { Rule, RuleUpdate } from './model.ts';
import { lockOwnRule } from './own.ts';
import { contentOf } from './read-rule.ts';
import { contentColumns } from './rule-columns.ts';
import { updateRuleRow } from './store.ts';
import { viewRule } from './view.ts';

/** Changes a rule. One that would decide otherwise than before is off until it was back-tested again. Errors: `RULE_NOT_FOUND`. */
export const updateRule = command('rules.update', {
  permission: 'rule:manage',
  summary: 'Changes a rule; what changes its answers switches it off until it was back-tested again.',
  input: RuleUpdate,
  output: Rule,
}).run(async (ctx, { id, ...content }) => {
  const row = await lockOwnRule(ctx, id);
  const columns = contentColumns(content);
  const decidesAlike = columns.contentSha256.equals(row.contentSha256);
  const off = { state: 'DRAFT' as const, pausedBy: null };
  await updateRuleRow(ctx, id, { ...columns, ...(!decidesAlike && off) }, ctx.now());
  ctx.audit({
    targetType: 'rule',
    targetId: id,
    ...changed(
      { ...contentOf(readRule(row)), state: row.state },
      { ...content, ...(!decidesAlike && { state: off.state }) },
    ),
  });
  return viewRule(ctx.db, id, ctx.now());
});
