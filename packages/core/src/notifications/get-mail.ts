import { appError } from '../kernel/errors.ts';
import { query } from '../kernel/operation.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { mailRow, triesOf } from './mail-store.ts';
import { toMailRow } from './mail-view.ts';
import { MailDetail, MailRef } from './model.ts';

/** One mail with every try and the mail server's words, without its text. Errors: `MAIL_NOT_FOUND`. */
export const getMail = query('mails.get', {
  permission: 'mail:view',
  summary: 'Shows one mail with each try to hand it over and the mail server’s words.',
  input: MailRef,
  output: MailDetail,
}).run(async (ctx, { id }) => {
  const row = await mailRow(ctx.db, id);
  if (!row) throw appError('MAIL_NOT_FOUND');
  const tries = await triesOf(ctx.db, id, row.resends);
  return {
    ...toMailRow(ctx, row),
    messageId: row.messageId,
    tries: tries.map(({ number, startedTime, endedTime, outcome, detail }) => ({
      number,
      startedTime: iso(startedTime),
      endedTime: isoOrNull(endedTime),
      outcome,
      reply: detail,
    })),
  };
});
