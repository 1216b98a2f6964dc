export { getMerchant } from './get-merchant.ts';
export { getProfile } from './get-profile.ts';
export { listMerchants } from './list-merchants.ts';
export { updateProfile } from './update-profile.ts';
