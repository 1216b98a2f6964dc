import { amountToNumber } from '../kernel/money.ts';
import { query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { answerTime, firstRule, type KnownRule, readRule } from '../rule-plans/index.ts';
import { type RuleNotice, RuleNotices, RuleNoticesInput } from './model.ts';
import { openAmong } from './past-store.ts';
import { toPastAlert } from './read-rule.ts';
import { runsOf } from './run-store.ts';
import { rulesOf } from './store.ts';

type OpenAlert = Awaited<ReturnType<typeof openAmong>>[number];

/** What the rules mean for open alerts: advice, or an answer at a time unless somebody answers first. Others aren't named. */
export const ruleNotices = query('rules.notices', {
  permission: 'alert:view',
  summary: 'Says of open alerts what a rule suggests for them, or will answer and when.',
  input: RuleNoticesInput,
  output: RuleNotices,
}).run(async (ctx, { ids }) => {
  const open = await openAmong(ctx, ids);
  if (open.length === 0) return { records: [] };
  const rules = new Map<number, KnownRule[]>();
  for (const merchantId of new Set(open.flatMap((alert) => alert.merchantId ?? [])))
    rules.set(merchantId, (await rulesOf(ctx, merchantId)).map(readRule));
  const left = new Map(
    (
      await runsOf(
        ctx.db,
        open.map(({ id }) => id),
      )
    ).map((run) => [run.alertRef, run.ruleId]),
  );
  return { records: open.flatMap((alert) => noticeOf(alert, rules, left.get(alert.id))) };
});

function noticeOf(alert: OpenAlert, all: ReadonlyMap<number, KnownRule[]>, leftBy: number | undefined): RuleNotice[] {
  const rules = all.get(alert.merchantId ?? 0) ?? [];
  const seen = toPastAlert(alert);
  const rule = leftBy === undefined ? firstRule(rules, seen) : rules.find(({ id }) => id === leftBy);
  if (!rule) return [];
  const kind = leftBy !== undefined ? 'LEFT' : rule.state === 'PAUSED' ? 'PAUSED' : rule.mode;
  return [
    {
      id: alert.id,
      kind,
      ruleId: rule.id,
      ruleName: rule.name,
      action: rule.action,
      reason: rule.reason,
      amount: amountToNumber(seen.amount),
      currency: alert.currency,
      at: kind === 'ANSWER' ? iso(answerTime(rule, alert.deadline)) : null,
    },
  ];
}
