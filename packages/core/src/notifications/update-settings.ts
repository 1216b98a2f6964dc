import { actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { maskEmail } from '../kernel/mask.ts';
import { command } from '../kernel/operation.ts';
import { fieldError } from '../kernel/validation.ts';
import { NotificationSettings, NotificationSettingsUpdate } from './model.ts';
import { preferencesOf, savePreferences } from './settings-store.ts';
import { merchantMeant, viewSettings } from './settings-view.ts';

/**
 * Saves all settings at once and answers what is in effect from now on. Mails that wait already keep their time. Errors:
 * `MERCHANT_NOT_FOUND`, `CONFLICT`.
 */
export const updateNotificationSettings = command('notifications.updateSettings', {
  permission: 'notification:update',
  summary: 'Changes where and when a merchant is told of its alerts; answers what is in effect.',
  input: NotificationSettingsUpdate,
  output: NotificationSettings,
}).run(async (ctx, input) => {
  const merchantId = merchantMeant(ctx, input.merchantId);
  const before = (await preferencesOf(ctx.db, [merchantId])).get(merchantId);
  if (!before) throw appError('MERCHANT_NOT_FOUND');
  if (input.version !== undefined && input.version !== before.version) throw appError('CONFLICT');
  if (ctx.actor.kind === 'merchant' && input.mainEmail === undefined)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('mainEmail', 'REQUIRED', ctx.locale)] });
  const addresses = {
    mainEmail: input.mainEmail ?? before.mainEmail,
    backupEmails: input.backupEmails ?? before.backupEmails,
  };
  const wanted = { ...input, ...addresses };
  await savePreferences(ctx.db, merchantId, wanted, before.version, actorRef(ctx.actor), ctx.now());
  const masked = ({ mainEmail, backupEmails }: { mainEmail: string; backupEmails: string[] }) => ({
    mainEmail,
    backupEmails: backupEmails.map(maskEmail),
  });
  const { window, urgentPierces, locale, timeZone, answerNeedsSignIn, reminders } = input;
  ctx.audit({
    targetType: 'merchant',
    targetId: merchantId,
    ...changed(
      { ...before, ...masked(before), locale: before.ownLocale, timeZone: before.ownTimeZone },
      { ...masked(wanted), window, urgentPierces, locale, timeZone, answerNeedsSignIn, reminders },
      { mainEmail: maskEmail },
    ),
  });
  return viewSettings(ctx, merchantId);
});
