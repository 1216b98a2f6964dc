import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { command } from '../kernel/operation.ts';
import { after, DAY } from '../kernel/time.ts';
import { readRule } from '../rule-plans/index.ts';
import { judgePast, type PastAlert } from './judge-past.ts';
import { Rule, RuleInput, TEST_ALERTS, TEST_DAYS } from './model.ts';
import { lockOwnRule } from './own.ts';
import { type LookedAt, pastAlertsQuery } from './past-store.ts';
import { toPastAlert } from './read-rule.ts';
import { keepTest, rulesOf } from './store.ts';
import { viewRule } from './view.ts';

const BATCH = 1000;

/**
 * What the rule would have done to the merchant's alerts of the last 90 days, behind the rules that stand before it. Kept with the rule's
 * content: switching it on asks for it. Errors: `RULE_NOT_FOUND`.
 */
export const backTest = command('rules.backTest', {
  permission: 'rule:manage',
  summary:
    'Tries a rule on the alerts of the last 90 days: what it would have answered, and where people answered otherwise.',
  input: RuleInput,
  output: Rule,
}).run(async (ctx, { id }) => {
  const row = await lockOwnRule(ctx, id);
  const rules = (await rulesOf(ctx, row.merchantId)).map(readRule);
  const before = rules.slice(
    0,
    rules.findIndex((rule) => rule.id === id),
  );
  const now = ctx.now();
  const { alerts, limited } = await pastAlerts(ctx, row.merchantId, now);
  const result = { ...judgePast(readRule(row), before, alerts), limited };
  await keepTest(ctx, {
    ruleId: id,
    contentSha256: row.contentSha256,
    result: JSON.stringify(result),
    testedBy: actorRef(ctx.actor),
    testedTime: now,
  });
  const { past, fits, same, different } = result;
  ctx.audit({ targetType: 'rule', targetId: id, detail: { past, fits, same, different } });
  return viewRule(ctx.db, id, now);
});

/** Oldest first, without those that still wait for an answer. */
async function pastAlerts(ctx: Context, merchantId: number, now: Date) {
  const since = after(now, -TEST_DAYS * DAY);
  const alerts: PastAlert[] = [];
  let before: LookedAt | undefined;
  let seen = 0;
  for (;;) {
    const rows = await pastAlertsQuery(ctx.db, { merchantId, since, before, limit: BATCH }).execute();
    const isOpen = ({ needsAnswer, deadline }: LookedAt) => needsAnswer === 1 && deadline > now;
    alerts.push(...rows.filter((row) => !isOpen(row)).map(toPastAlert));
    seen += rows.length;
    before = rows.at(-1);
    if (rows.length < BATCH) return { alerts: alerts.reverse(), limited: false };
    if (seen >= TEST_ALERTS) return { alerts: alerts.reverse(), limited: true };
  }
}
