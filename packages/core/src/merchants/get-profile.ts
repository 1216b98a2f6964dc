import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { MerchantProfile } from './model.ts';
import { ownMerchantId } from './own-merchant.ts';
import { toProfile } from './profile-view.ts';
import { merchantById } from './store.ts';

export const getProfile = query('profile.get', {
  permission: 'profile:view',
  summary: 'Shows the merchant’s own company, contact and settings.',
  input: z.object({}),
  output: MerchantProfile,
}).run(async (ctx) => {
  const row = await merchantById(ctx, ownMerchantId(ctx));
  if (!row) throw appError('NOT_FOUND');
  return toProfile(row);
});
