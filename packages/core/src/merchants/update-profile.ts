import { normalizePhone } from '../accounts/index.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { maskPhone } from '../kernel/mask.ts';
import { command } from '../kernel/operation.ts';
import { MerchantProfile, ProfileUpdate } from './model.ts';
import { ownMerchantId } from './own-merchant.ts';
import { toProfile } from './profile-view.ts';
import { changeMerchant, merchantById, type ProfileChange } from './store.ts';

/** Changes what is given and leaves the rest. Errors: `PHONE_TAKEN` (a phone signs in, so no two merchants share one, A-347). */
export const updateProfile = command('profile.update', {
  permission: 'profile:update',
  summary: 'Changes the merchant’s own company, contact and settings; what isn’t sent stays.',
  input: ProfileUpdate,
  output: MerchantProfile,
}).run(async (ctx, { companyName, contactPerson, phone, locale, timeZone }) => {
  const id = ownMerchantId(ctx);
  const change: ProfileChange = {
    ...(companyName !== undefined && { companyName }),
    ...(contactPerson !== undefined && { contactPerson }),
    ...(phone !== undefined && { phone, phoneNorm: phone === null ? null : (normalizePhone(phone) ?? null) }),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
  };
  const before = await merchantById(ctx, id);
  if (!before) throw appError('NOT_FOUND');
  await changeMerchant(ctx, id, change, ctx.now());
  const row = await merchantById(ctx, id);
  if (!row) throw appError('NOT_FOUND');
  const { phoneNorm: _phoneNorm, ...told } = change;
  ctx.audit({ targetType: 'merchant', targetId: id, ...changed(before, told, { phone: maskPhone }) });
  return toProfile(row);
});
