import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { SenderList } from './model.ts';
import { toSender } from './sender-fields.ts';
import { senderRows } from './store.ts';

/** Secrets are never shown, not even in part. */
export const listSenders = query('mailSenders.list', {
  permission: 'smtp:view',
  summary: 'Lists who sends mails, in the order in which they are tried, with their state.',
  input: z.object({}),
  output: SenderList,
}).run(async (ctx) => {
  const rows = await senderRows(ctx);
  const used = !rows.some(({ enabled }) => enabled === 1);
  return { records: rows.map(toSender), startedWith: { ...ctx.ports.mailer.startedWith, used } };
});
