import { changed } from '../kernel/changed.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { OperatorPause, type PausedBy, Rule, RuleInput } from './model.ts';
import { lockOwnRule } from './own.ts';
import { lockRules, type RuleRow, ruleById, updateRuleRow } from './store.ts';
import { viewRule } from './view.ts';

/** Stops a rule at once; what it fits is left to people. Errors: `RULE_NOT_FOUND`, `RULE_STATE` (isn't on). */
export const pauseRule = command('rules.pause', {
  permission: 'rule:manage',
  summary: 'Stops a rule at once; the alerts it fits are left to people.',
  input: RuleInput,
  output: Rule,
}).run(async (ctx, { id }) => pause(ctx, await lockOwnRule(ctx, id), 'MERCHANT'));

/** The same by staff, for a merchant who asked for help. Errors: as above. */
export const adminPauseRule = command('admin.rules.pause', {
  permission: 'merchant:status',
  summary: 'Stops a merchant’s rule on its behalf.',
  input: OperatorPause,
  output: Rule,
}).run(async (ctx, { id, reason }) => {
  const known = await ruleById(ctx, id);
  const row = known && (await lockRules(ctx, known.merchantId)).find((one) => one.id === id);
  if (!row) throw appError('RULE_NOT_FOUND');
  ctx.audit({ detail: { merchantId: row.merchantId, reason } });
  return pause(ctx, row, 'OPERATOR');
});

async function pause(ctx: Context, row: RuleRow, pausedBy: PausedBy): Promise<Rule> {
  if (row.state !== 'ON') throw appError('RULE_STATE');
  const change = { state: 'PAUSED' as const, pausedBy };
  await updateRuleRow(ctx, row.id, change, ctx.now());
  ctx.audit({ targetType: 'rule', targetId: row.id, detail: { name: row.name }, ...changed(row, change) });
  return viewRule(ctx.db, row.id, ctx.now());
}
