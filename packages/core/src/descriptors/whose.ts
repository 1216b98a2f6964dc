import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { fieldError } from '../kernel/validation.ts';

/** The merchant asked about: one's own, or the one that staff name. Errors: `VALIDATION_FAILED` when staff name none. */
export function merchantAsked({ actor, locale }: Pick<Context, 'actor' | 'locale'>, named: number | undefined): number {
  if (actor.kind === 'merchant') return actor.merchantId;
  if (named === undefined)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('merchantId', 'REQUIRED', locale)] });
  return named;
}
