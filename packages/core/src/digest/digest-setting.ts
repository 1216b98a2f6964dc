import { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { command, query } from '../kernel/operation.ts';
import { DigestSetting } from './model.ts';
import { digestMerchant, setDigest } from './store.ts';

export const getDigest = query('digest.get', {
  permission: 'channel:view',
  summary: 'Says whether the merchant gets the weekly digest.',
  input: z.object({}),
  output: DigestSetting,
}).run(async (ctx) => ({ enabled: (await ownMerchant(ctx)).digest === 1 }));

export const updateDigest = command('digest.update', {
  permission: 'channel:manage',
  summary: 'Switches the merchant’s weekly digest on or off.',
  input: DigestSetting,
  output: DigestSetting,
}).run(async (ctx, { enabled }) => {
  const merchant = await ownMerchant(ctx);
  await setDigest(ctx, merchant.id, enabled);
  ctx.audit({
    targetType: 'merchant',
    targetId: merchant.id,
    before: { digest: merchant.digest === 1 },
    after: { digest: enabled },
  });
  return { enabled };
});

async function ownMerchant({ actor, db }: Pick<Context, 'actor' | 'db'>) {
  const merchant = actor.kind === 'merchant' ? await digestMerchant(db, actor.merchantId) : undefined;
  if (!merchant) throw appError('NOT_FOUND');
  return merchant;
}
