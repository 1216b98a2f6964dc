import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { mailsOfAlert, merchantOfAlert } from './mail-store.ts';
import { toMailState } from './mail-view.ts';
import { AlertMails, MailRef } from './model.ts';

/** Which mails about an alert went out to its merchant, and how far each got. Errors: `ALERT_NOT_FOUND`. */
export const listAlertMails = query('notifications.alertMails', {
  permission: 'alert:view',
  summary: 'Lists the mails about one alert with their delivery state.',
  input: MailRef,
  output: AlertMails,
}).run(async (ctx, { id }) => {
  const alert = await merchantOfAlert(ctx.db, id);
  const own = ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : null;
  const hidden = ctx.scope !== 'all' && (alert?.merchantId !== own || alert?.holdReason !== null);
  if (!alert || hidden) throw appError('ALERT_NOT_FOUND');
  if (alert.merchantId === null) return { mails: [] };
  const rows = await mailsOfAlert(ctx.db, id, alert.merchantId);
  return { mails: rows.map((row) => toMailState(ctx, row)) };
});
