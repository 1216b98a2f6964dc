import { z } from 'zod';
import { insertEvents, lockAlert } from '../alerts/index.ts';
import { actorRef } from '../kernel/actor.ts';
import { command } from '../kernel/operation.ts';
import { readRule } from '../rule-plans/index.ts';
import { ApplyRule } from './apply-rule.ts';
import { insertRun, runOf } from './run-store.ts';
import { lockRules } from './store.ts';
import { tellLeft } from './tell-rules.ts';

/** A rule couldn't answer an alert: it is left to people, who are told at once. `error`: why. Never called from outside. */
export const leaveAlert = command('rules.leave', {
  permission: 'alert:process',
  summary: 'A rule leaves an alert to people.',
  input: ApplyRule.extend({ error: z.string().max(50) }),
  output: z.object({ told: z.boolean() }),
}).run(async (ctx, { alertRef, merchantId, ruleId, error }) => {
  const row = (await lockRules(ctx, merchantId)).find(({ id }) => id === ruleId);
  const alert = await lockAlert(ctx.db, alertRef);
  ctx.audit({ targetType: 'alert', targetId: alertRef, detail: { ruleId, error } });
  if (!row || !alert || alert.needsAnswer !== 1 || (await runOf(ctx.db, alertRef))) return { told: false };
  const { id, action, name } = readRule(row);
  const { amount, currency } = alert;
  const now = ctx.now();
  await insertRun(ctx.db, {
    ...{ alertRef, ruleId: id, merchantId, error, action, amount, currency },
    outcome: 'LEFT',
    atTime: now,
  });
  await insertEvents(ctx.db, [
    {
      ...{ alertRef, kind: 'RULE_LEFT', level: 'WARN', actor: actorRef(ctx.actor), at: now },
      data: { ruleId, ruleName: name, error },
    },
  ]);
  await tellLeft(ctx, name, alert, error);
  return { told: true };
});
