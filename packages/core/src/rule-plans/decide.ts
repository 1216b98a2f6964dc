import { after, MINUTE } from '../kernel/time.ts';
import { firstRule, type RuleAlert } from './first-rule.ts';
import type { KnownRule } from './known-rule.ts';

/** What of a rule decides whether it answers now. */
export type DueRule = Pick<KnownRule, 'state' | 'mode' | 'minutesBefore' | 'conditions'>;

/** When a rule answers an alert: so many minutes before its deadline. */
export function answerTime({ minutesBefore }: Pick<KnownRule, 'minutesBefore'>, deadline: Date): Date {
  return after(deadline, -minutesBefore * MINUTE);
}

/** The rule that answers this alert now: the first that fits is at work, answers, and its time has come while the deadline hasn't. */
export function ruleDue<R extends DueRule>(
  rules: readonly R[],
  alert: RuleAlert & { deadline: Date },
  now: Date,
): R | undefined {
  const rule = firstRule(rules, alert);
  if (rule?.state !== 'ON' || rule.mode !== 'ANSWER') return undefined;
  return now >= answerTime(rule, alert.deadline) && now < alert.deadline ? rule : undefined;
}
