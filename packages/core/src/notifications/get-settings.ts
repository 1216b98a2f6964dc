import { query } from '../kernel/operation.ts';
import { MerchantChoice, NotificationSettings } from './model.ts';
import { merchantMeant, viewSettings } from './settings-view.ts';

/** A-085…A-087. Errors: `MERCHANT_NOT_FOUND`. */
export const getNotificationSettings = query('notifications.getSettings', {
  permission: 'notification:view',
  summary: 'Shows where and when a merchant is told of its alerts. Staff name the merchant.',
  input: MerchantChoice,
  output: NotificationSettings,
}).run((ctx, { merchantId }) => viewSettings(ctx, merchantMeant(ctx, merchantId)));
