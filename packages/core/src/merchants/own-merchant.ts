import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';

/** The merchant who acts; nobody else has a profile of that kind. Errors: `NOT_FOUND`. */
export function ownMerchantId({ actor }: Pick<Context, 'actor'>): number {
  if (actor.kind !== 'merchant') throw appError('NOT_FOUND');
  return actor.merchantId;
}
