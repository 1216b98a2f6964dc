import { systemActor } from '../kernel/actor.ts';
import type { Caller, Core } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { execute } from '../kernel/execute.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { readRule, ruleDue, toRuleAlert } from '../rule-plans/index.ts';
import { applyRule } from './apply-rule.ts';
import { leaveAlert } from './leave-alert.ts';
import { dueAlertsQuery, merchantsWithRules } from './run-store.ts';
import { rulesOf } from './store.ts';

const BATCH = 200;

/**
 * Looks for alerts that nobody has answered and whose rule's time has come, and has each answered in a transaction of its own; called
 * every half minute by any number of workers. Costs what merchants with rules have due, and nothing for the others. Answers how many.
 */
export async function runRules(core: Core): Promise<number> {
  let answered = 0;
  for (const { merchantId, minutes } of await merchantsWithRules(core.db)) {
    try {
      answered += await runRulesOf(core, merchantId, Number(minutes));
    } catch (error) {
      core.log.error(
        { err: error, merchantId },
        'the rules of a merchant could not be run; they are again in half a minute',
      );
    }
  }
  return answered;
}

async function runRulesOf(core: Core, merchantId: number, minutes: number): Promise<number> {
  const rules = (await rulesOf(core, merchantId)).map(readRule);
  const now = core.now();
  const until = after(now, minutes * MINUTE);
  let answered = 0;
  let from: { deadline: Date; id: number } | undefined;
  for (;;) {
    const due = await dueAlertsQuery(core.db, { merchantId, now, until, from, limit: BATCH }).execute();
    for (const alert of due) {
      const rule = ruleDue(rules, { ...toRuleAlert(alert), deadline: alert.deadline }, now);
      if (!rule) continue;
      const outcome = await answerBy(core, { alertRef: alert.id, merchantId, ruleId: rule.id });
      if (outcome === 'ANSWERED') answered += 1;
      // Its other alerts are left alone without asking each time.
      if (outcome === 'LIMIT') rule.state = 'PAUSED';
    }
    from = due.at(-1);
    if (due.length < BATCH) return answered;
  }
}

/** One alert by one rule. What is refused for good is left to people, in a transaction of its own; anything else is tried again. */
async function answerBy(core: Core, input: { alertRef: number; merchantId: number; ruleId: number }) {
  const caller: Caller = {
    actor: systemActor(`rule:${input.ruleId}`),
    requestId: 'rules',
    ip: '',
    userAgent: '',
    locale: 'zh-CN',
  };
  try {
    return (await execute(core, caller, applyRule, input)).outcome;
  } catch (error) {
    if (!(error instanceof AppError) || error.spec.family !== 'expected') throw error;
    await execute(core, caller, leaveAlert, { ...input, error: error.code });
    return 'LEFT' as const;
  }
}
