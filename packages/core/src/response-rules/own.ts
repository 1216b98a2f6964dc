import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { lockRules, type RuleRow } from './store.ts';

/** The merchant who acts. Errors: `NOT_FOUND`: nobody else writes rules. */
export function ownMerchant({ actor }: Pick<Context, 'actor'>): number {
  if (actor.kind !== 'merchant') throw appError('NOT_FOUND');
  return actor.merchantId;
}

/** One of the merchant's own, all of its rules locked. Errors: `RULE_NOT_FOUND`. */
export async function lockOwnRule(ctx: Context, id: number): Promise<RuleRow> {
  const rule = (await lockRules(ctx, ownMerchant(ctx))).find((one) => one.id === id);
  if (!rule) throw appError('RULE_NOT_FOUND');
  return rule;
}
