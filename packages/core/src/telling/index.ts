export { type ColleagueMessage, tellColleagues } from './tell-colleagues.ts';
export { tellMerchant, tellMerchants } from './tell-merchant.ts';
