import type { Executor } from '../kernel/context.ts';
import type { RuleAction } from '../response-rules/model.ts';
import { answerTime } from './decide.ts';
import { firstRule } from './first-rule.ts';
import { type KnownRule, readRule, toRuleAlert } from './known-rule.ts';
import { openForRules, rulesOfAll, withAnsweringRules } from './plan-store.ts';

/** What a rule will answer unless a person does first. */
export interface PlannedAnswer {
  ruleName: string;
  action: RuleAction;
  /** When; never before `now`. */
  at: Date;
}

/**
 * Which of these alerts a rule is going to answer, what and when, by alert. One query for all of them while none of their merchants has a
 * rule at work; two more for those that have.
 */
export async function planAnswers(
  db: Executor,
  alerts: readonly { alertRef: number; merchantId: number }[],
  now: Date,
): Promise<Map<number, PlannedAnswer>> {
  const plans = new Map<number, PlannedAnswer>();
  if (alerts.length === 0) return plans;
  const ruled = await withAnsweringRules(db, [...new Set(alerts.map(({ merchantId }) => merchantId))]);
  if (ruled.size === 0) return plans;
  const rules = new Map<number, KnownRule[]>();
  for (const row of await rulesOfAll(db, [...ruled]))
    rules.set(row.merchantId, [...(rules.get(row.merchantId) ?? []), readRule(row)]);
  const asked = alerts.filter(({ merchantId }) => ruled.has(merchantId)).map(({ alertRef }) => alertRef);
  for (const alert of await openForRules(db, asked)) {
    const rule = firstRule(rules.get(alert.merchantId ?? 0) ?? [], toRuleAlert(alert));
    if (rule?.state !== 'ON' || rule.mode !== 'ANSWER' || alert.deadline <= now) continue;
    const at = answerTime(rule, alert.deadline);
    plans.set(alert.id, { ruleName: rule.name, action: rule.action, at: at > now ? at : now });
  }
  return plans;
}
