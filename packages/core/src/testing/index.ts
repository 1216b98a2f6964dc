export { type AlertOptions, type BuiltAlert, buildAlert } from './build-alert.ts';
export { type BuiltCard, buildCard, type CardOptions } from './build-card.ts';
export { type BuiltMerchant, buildMerchant, type MerchantOptions } from './build-merchant.ts';
export { type BuiltStaff, buildStaff, type StaffOptions } from './build-staff.ts';
export { type BuiltUser, buildUser, type UserOptions } from './build-user.ts';
export { type TestClock, testClock } from './clock.ts';
export { type QueuedMail, queuedMails } from './queued-mails.ts';
export { type LogLine, type TestCore, type TestCoreOptions, testCaller, testCore } from './test-core.ts';
export { unique } from './unique.ts';
