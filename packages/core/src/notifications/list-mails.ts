import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { mailPage } from './mail-store.ts';
import { toMailRow } from './mail-view.ts';
import { MailListInput, MailPage } from './model.ts';

/** every mail of the product and what became of it, newest first. */
export const listMails = query('mails.list', {
  permission: 'mail:view',
  summary: 'Lists mails with their delivery state, newest first; `recipient` is the beginning of an address.',
  input: MailListInput,
  output: MailPage,
}).run(async (ctx, input) => {
  const { total, rows } = await mailPage(ctx.db, input);
  return toPage(
    input,
    total,
    rows.map((row) => toMailRow(ctx, row)),
  );
});
