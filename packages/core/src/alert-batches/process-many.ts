import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { answerInFull } from '../alerts/index.ts';
import type { Context } from '../kernel/context.ts';
import { errorMessage } from '../kernel/error-messages.ts';
import { appError } from '../kernel/errors.ts';
import { execute } from '../kernel/execute.ts';
import { effect } from '../kernel/operation.ts';
import { toAppError } from '../kernel/to-app-error.ts';
import { BATCH_ACTIONS, ProcessManyInput, ProcessManyResults } from './model.ts';

/**
 * the same answer for up to 100 alerts. Each by itself: its own transaction, rules and audit row, so that one that is refused
 * leaves the others alone. A refund is of each alert's own full amount. Errors: `BATCH_NEEDS_EVIDENCE`; everything else is a row's result.
 */
export const processAlerts = effect('alerts.processMany', {
  permission: 'alert:process',
  input: ProcessManyInput,
  output: ProcessManyResults,
  summary:
    'Give up to 100 alerts the same answer (a refund: each its full amount); every alert has a result of its own.',
}).run(async (ctx, { ids, batch, ...answer }) => {
  if (!BATCH_ACTIONS.includes(answer.action)) throw appError('BATCH_NEEDS_EVIDENCE', { field: 'action' });
  const key = batch ?? ctx.idempotencyKey;
  const results: z.input<typeof ProcessManyResults>['results'] = [];
  for (const id of new Set(ids)) results.push(await answerOne(ctx, { id, ...answer }, key));
  const done = results.filter(({ ok }) => ok).length;
  return { done, failed: results.length - done, results };
});

async function answerOne(ctx: Context, answer: z.input<typeof answerInFull.input>, key: string | undefined) {
  const { idempotencyKey: _, ...caller } = ctx;
  const id = Number(answer.id);
  try {
    await execute(
      ctx,
      key === undefined ? caller : { ...caller, idempotencyKey: keyOf(key, id) },
      answerInFull,
      answer,
    );
    return { id, ok: true, error: null, message: null };
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'INTERNAL') ctx.log.error({ err: error, alertRef: id }, 'one alert of a batch failed');
    return { id, ok: false, error: code, message: errorMessage(code, ctx.locale) };
  }
}

/** One alert's share of a batch's key, in the length that keys may have. */
function keyOf(key: string, id: number): string {
  return createHash('sha256').update(`${key}:${id}`).digest('base64url');
}
