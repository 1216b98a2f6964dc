import { errorMessage } from '../kernel/error-messages.ts';
import { execute } from '../kernel/execute.ts';
import { effect } from '../kernel/operation.ts';
import { toAppError } from '../kernel/to-app-error.ts';
import { assignAlert } from './assign-alert.ts';
import { AssignManyInput, AssignManyResults } from './assign-many-model.ts';

/**
 * A-358 A-364: up to 200 alerts to one merchant. Each by itself, with its own check, transaction and audit row, so that one that fails
 * leaves the others alone; repeating is as harmless as repeating the single assignment.
 */
export const assignAlerts = effect('alerts.assignMany', {
  permission: 'alert:assign',
  input: AssignManyInput,
  output: AssignManyResults,
  summary: 'Assign up to 200 unmatched or held alerts to a merchant; every alert has a result of its own.',
}).run(async (ctx, { ids, merchantId, cardId, reason }) => {
  const { idempotencyKey: _, ...caller } = ctx;
  const results: AssignManyResults['results'] = [];
  for (const id of new Set(ids)) {
    try {
      await execute(ctx, caller, assignAlert, { id, merchantId, reason, ...(cardId !== undefined && { cardId }) });
      results.push({ id, ok: true, error: null, message: null });
    } catch (error) {
      const { code } = toAppError(error);
      if (code === 'INTERNAL') ctx.log.error({ err: error, alertRef: id }, 'one alert of many was not assigned');
      results.push({ id, ok: false, error: code, message: errorMessage(code, ctx.locale) });
    }
  }
  const done = results.filter(({ ok }) => ok).length;
  ctx.audit({ targetType: 'merchant', targetId: merchantId, detail: { reason, done, failed: results.length - done } });
  return { done, failed: results.length - done, results };
});
