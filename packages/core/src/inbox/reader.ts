import type { Actor } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { Reader } from './store.ts';

/** Whose inbox it is. Errors: `NOT_FOUND`: only a merchant's people have one. */
export function readerOf({ actor }: { actor: Actor }): Reader {
  if (actor.kind !== 'merchant') throw appError('NOT_FOUND');
  return { merchantId: actor.merchantId, userId: actor.id };
}
