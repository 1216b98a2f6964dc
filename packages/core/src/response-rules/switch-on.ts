import { actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { Rule, RuleSwitchOn } from './model.ts';
import { lockOwnRule } from './own.ts';
import { testsOf, updateRuleRow } from './store.ts';
import { isGood, testOf, viewRule } from './view.ts';

/**
 * Switches a rule on. It must have been back-tested as it stands, within a day, and its name typed: whoever does this knows which rule it is.
 * Errors: `RULE_NOT_FOUND`, `RULE_STATE` (on already), `RULE_NOT_TESTED`, `VALIDATION_FAILED` (another name).
 */
export const switchOnRule = command('rules.switchOn', {
  permission: 'rule:manage',
  summary: 'Switches a rule on that was back-tested, as it stands, within the last 24 hours.',
  input: RuleSwitchOn,
  output: Rule,
}).run(async (ctx, { id, confirm }) => {
  const row = await lockOwnRule(ctx, id);
  if (row.state === 'ON') throw appError('RULE_STATE');
  const [stored] = await testsOf(ctx, [id]);
  const test = testOf(row, stored);
  const now = ctx.now();
  if (!test || !isGood(test, now)) throw appError('RULE_NOT_TESTED');
  if (confirm !== row.name)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('confirm', 'RULE_CONFIRM', ctx.locale)] });
  const change = { state: 'ON' as const, pausedBy: null };
  await updateRuleRow(ctx, id, { ...change, switchedBy: actorRef(ctx.actor), switchedTime: now }, now);
  ctx.audit({ targetType: 'rule', targetId: id, detail: { name: row.name }, ...changed(row, change) });
  return viewRule(ctx.db, id, now);
});
