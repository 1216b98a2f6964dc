import { errorMessage } from '../kernel/error-messages.ts';
import { appError } from '../kernel/errors.ts';
import { execute } from '../kernel/execute.ts';
import { effect } from '../kernel/operation.ts';
import { toAppError } from '../kernel/to-app-error.ts';
import { DELIVERY_FLAG } from './model.ts';
import { ReplayManyInput, ReplayResults } from './preview-model.ts';
import { replayDelivery } from './replay-delivery.ts';
import { deliveryById } from './store.ts';

/**
 * Has up to 200 deliveries read again, each by itself with an audit row of its own. One whose clock was far off isn't replayed in bulk:
 * somebody has to look at it (`REPLAY_ONE_BY_ONE`).
 */
export const replayDeliveries = effect('deliveries.replayMany', {
  permission: 'delivery:replay',
  input: ReplayManyInput,
  output: ReplayResults,
  summary: 'Read up to 200 deliveries again that were set aside; every one has a result of its own.',
}).run(async (ctx, { ids, reason }) => {
  const { idempotencyKey: _, ...caller } = ctx;
  const results: ReplayResults['results'] = [];
  for (const id of new Set(ids)) {
    try {
      const row = await deliveryById(ctx.db, id);
      if (row && (row.flags & DELIVERY_FLAG.STALE) !== 0) throw appError('REPLAY_ONE_BY_ONE');
      await execute(ctx, caller, replayDelivery, { id, reason });
      results.push({ id, ok: true, error: null, message: null });
    } catch (error) {
      const { code } = toAppError(error);
      if (code === 'INTERNAL') ctx.log.error({ err: error, deliveryId: id }, 'one delivery of many was not replayed');
      results.push({ id, ok: false, error: code, message: errorMessage(code, ctx.locale) });
    }
  }
  const done = results.filter(({ ok }) => ok).length;
  ctx.audit({ targetType: 'delivery', detail: { reason, done, failed: results.length - done } });
  return { done, failed: results.length - done, results };
});
