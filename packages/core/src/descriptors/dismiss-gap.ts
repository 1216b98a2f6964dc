import { normalizeKey } from '../cards/index.ts';
import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { dismiss, restore } from './dismissal-store.ts';
import { Dismissal, DismissInput } from './model.ts';
import { merchantEmail } from './store.ts';
import { merchantAsked } from './whose.ts';

/** Remembers for the merchant that a descriptor need not be enrolled, or shows it again. Safe to repeat. */
export const dismissGap = command('descriptors.dismiss', {
  permission: 'card:create',
  input: DismissInput,
  output: Dismissal,
  summary: 'Hide a descriptor among the coverage gaps, or show it again.',
}).run(async (ctx, input) => {
  const merchantId = merchantAsked(ctx, input.merchantId);
  if ((await merchantEmail(ctx, merchantId)) === undefined) throw appError('MERCHANT_NOT_FOUND');
  const key = normalizeKey(input.descriptor);
  if (input.dismissed) await dismiss(ctx, merchantId, key, actorRef(ctx.actor), ctx.now());
  else await restore(ctx, merchantId, key);
  const { descriptor, dismissed } = input;
  ctx.audit({ targetType: 'merchant', targetId: merchantId, detail: { descriptor, dismissed } });
  return { descriptor, dismissed };
});
