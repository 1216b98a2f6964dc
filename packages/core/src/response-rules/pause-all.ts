import { z } from 'zod';
import { command } from '../kernel/operation.ts';
import { Rules } from './model.ts';
import { ownMerchant } from './own.ts';
import { lockRules, updateRuleRow } from './store.ts';
import { viewRules } from './view.ts';

/** The emergency brake: no rule answers anything from now on. */
export const pauseAllRules = command('rules.pauseAll', {
  permission: 'rule:manage',
  summary: 'Stops every rule at once.',
  input: z.object({}),
  output: Rules,
}).run(async (ctx) => {
  const merchantId = ownMerchant(ctx);
  const running = (await lockRules(ctx, merchantId)).filter(({ state }) => state === 'ON');
  for (const { id } of running) await updateRuleRow(ctx, id, { state: 'PAUSED', pausedBy: 'MERCHANT' }, ctx.now());
  ctx.audit({ targetType: 'rule', detail: { paused: running.map(({ id }) => id) } });
  return { records: await viewRules(ctx.db, merchantId, ctx.now()) };
});
