import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { errorMessage } from '../kernel/error-messages.ts';
import { execute } from '../kernel/execute.ts';
import { effect, type Operation } from '../kernel/operation.ts';
import { toAppError } from '../kernel/to-app-error.ts';
import { CardIds, CardResults } from './model.ts';
import { registerCard } from './register-card.ts';
import { removeCard } from './remove-card.ts';

type ByCard = Operation<z.ZodType, z.ZodType, 'command'>;

/**
 * Each card by itself: its own permission check, transaction and audit row, so that one that fails leaves the others alone. Repeating is as
 * harmless as repeating the single operation.
 */
async function eachOf(ctx: Context, ids: readonly number[], operation: ByCard): Promise<z.input<typeof CardResults>> {
  const { idempotencyKey: _, ...caller } = ctx;
  const results: z.input<typeof CardResults>['results'] = [];
  for (const id of new Set(ids)) {
    try {
      await execute(ctx, caller, operation, { id });
      results.push({ id, ok: true, error: null, message: null, fields: [] });
    } catch (error) {
      const { code, details } = toAppError(error);
      if (code === 'INTERNAL') ctx.log.error({ err: error, cardId: id }, 'one card of many failed');
      const fields = details?.fields?.map(({ path, message }) => ({ path, message })) ?? [];
      results.push({ id, ok: false, error: code, message: errorMessage(code, ctx.locale), fields });
    }
  }
  const done = results.filter(({ ok }) => ok).length;
  return { done, failed: results.length - done, results };
}

/** Submits up to 200 cards, drafts and failed ones too; those on their way or enrolled stay as they are. */
export const registerCards = effect('cards.registerMany', {
  permission: 'card:enrol',
  input: CardIds,
  output: CardResults,
  summary: 'Submit up to 200 cards for enrolment; every card has a result of its own.',
}).run((ctx, { ids }) => eachOf(ctx, ids, registerCard));

/** Stops watching up to 200 cards and closes their enrolments; what was never submitted is deleted. */
export const removeCards = effect('cards.removeMany', {
  permission: 'card:delete',
  input: CardIds,
  output: CardResults,
  summary: 'Stop watching up to 200 cards and close their enrolments; every card has a result of its own.',
}).run((ctx, { ids }) => eachOf(ctx, ids, removeCard));
