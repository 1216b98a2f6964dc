import { command } from '../kernel/operation.ts';
import { lockMails, queueAgain, resendKey } from './mail-store.ts';
import { mayResend } from './mail-view.ts';
import { ResendInput, ResendResult } from './model.ts';

/**
 * tries the same mails once more, each as itself: same Message-ID, same contents. What can't be sent again says so and hinders no
 * other. Whether an alert's mail is still needed is asked when it leaves.
 */
export const resendMails = command('mails.resend', {
  permission: 'mail:resend',
  summary: 'Sends failed or bounced mails again, one or many.',
  input: ResendInput,
  output: ResendResult,
}).run(async (ctx, { ids }) => {
  const wanted = [...new Set(ids)];
  const found = new Map((await lockMails(ctx.db, wanted)).map((mail) => [mail.id, mail]));
  const good = [...found.values()].filter(({ kind, status }) => mayResend(kind, status));
  await queueAgain(
    ctx.db,
    good.map(({ id }) => id),
  );
  for (const { id, resends } of good)
    ctx.emit({ topic: 'mail.send', key: resendKey(id, resends + 1), payload: { emailId: id } });
  const queued = new Set(good.map(({ id }) => id));
  ctx.audit({
    targetType: 'mail',
    targetId: wanted.length === 1 ? (wanted[0] ?? '') : '',
    detail: { ids: [...queued] },
  });
  return {
    results: wanted.map((id) => ({
      id,
      outcome: queued.has(id)
        ? ('QUEUED' as const)
        : found.has(id)
          ? ('NOT_RESENDABLE' as const)
          : ('NOT_FOUND' as const),
    })),
  };
});
