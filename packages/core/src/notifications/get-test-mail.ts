import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { testMail } from './mail-store.ts';
import { toMailState } from './mail-view.ts';
import { MailRef, MailState } from './model.ts';

/** how far a test mail has got; asked for until it is handed over or refused. Errors: `MAIL_NOT_FOUND`. */
export const getTestMail = query('notifications.testMail', {
  permission: 'notification:view',
  summary: 'Shows how far one of the merchant’s test mails has got.',
  input: MailRef,
  output: MailState,
}).run(async (ctx, { id }) => {
  const row = await testMail(ctx.db, id, ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : undefined);
  if (!row) throw appError('MAIL_NOT_FOUND');
  return toMailState(ctx, row);
});
