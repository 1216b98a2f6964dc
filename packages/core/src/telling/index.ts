export { tellMerchant, tellMerchants } from './tell-merchant.ts';
