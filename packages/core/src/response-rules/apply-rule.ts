import { z } from 'zod';
import { answerAlert, lockAlert } from '../alerts/index.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, amountToSql, parseAmount } from '../kernel/money.ts';
import { command } from '../kernel/operation.ts';
import { after, DAY } from '../kernel/time.ts';
import { type KnownRule, readRule, ruleDue, toRuleAlert } from '../rule-plans/index.ts';
import { insertRun, merchantStatus, runOf, usageOf } from './run-store.ts';
import { lockRules, updateRuleRow } from './store.ts';
import { tellPaused } from './tell-rules.ts';

export const APPLIED = ['ANSWERED', 'LIMIT', 'NOTHING'] as const;
export const ApplyRule = z.object({
  alertRef: z.number().int(),
  merchantId: z.number().int(),
  ruleId: z.number().int(),
});

/**
 * A rule answers an alert, once: the rules and the alert are locked, and everything is asked again at this moment. At its limit the rule
 * stops itself instead and its merchant is told. Never called from outside. Errors: those of answering; then nothing was written.
 */
export const applyRule = command('rules.apply', {
  permission: 'alert:process',
  summary: 'A rule answers an alert.',
  input: ApplyRule,
  output: z.object({ outcome: z.enum(APPLIED) }),
}).run(async (ctx, { alertRef, merchantId, ruleId }) => {
  const rules = (await lockRules(ctx, merchantId)).map(readRule);
  const alert = await lockAlert(ctx.db, alertRef);
  ctx.audit({ targetType: 'alert', targetId: alertRef });
  if (!alert || alert.merchantId !== merchantId || alert.needsAnswer !== 1) return { outcome: 'NOTHING' as const };
  const now = ctx.now();
  const rule = ruleDue(rules, { ...toRuleAlert(alert), deadline: alert.deadline }, now);
  if (rule?.id !== ruleId || (await runOf(ctx.db, alertRef))) return { outcome: 'NOTHING' as const };
  const by = { ruleId, ruleName: rule.name };
  ctx.audit({ detail: by });
  if ((await merchantStatus(ctx.db, merchantId))?.status !== 'ACTIVE') throw appError('MERCHANT_SUSPENDED');
  const amount = parseAmount(alert.amount) ?? 0n;
  if (await overLimit(ctx, rule, amount)) {
    await updateRuleRow(ctx, ruleId, { state: 'PAUSED', pausedBy: 'LIMIT' }, now);
    await tellPaused(ctx, rule);
    return { outcome: 'LIMIT' as const };
  }
  await insertRun(ctx.db, {
    ...{ alertRef, ruleId, merchantId },
    outcome: 'ANSWERED',
    action: rule.action,
    amount: amountToSql(amount),
    currency: alert.currency,
    atTime: now,
  });
  const { action, reason } = rule;
  const refund = action === 'REFUND' ? { refundAmount: amountToNumber(amount) } : {};
  await answerAlert(ctx, alert, { id: alertRef, action, reason, ...refund }, by);
  return { outcome: 'ANSWERED' as const };
});

/** Counted and summed over the last 24 hours, with the rules locked: exact however many workers there are. */
async function overLimit(ctx: Context, rule: KnownRule, amount: bigint): Promise<boolean> {
  const { count, sum } = await usageOf(ctx.db, rule.id, after(ctx.now(), -DAY));
  if (count >= rule.dailyCount) return true;
  const limit = rule.dailySum === null ? undefined : parseAmount(rule.dailySum);
  return limit !== undefined && (parseAmount(sum) ?? 0n) + amount > limit;
}
