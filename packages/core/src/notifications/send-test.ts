import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { after, HOUR, inZone } from '../kernel/time.ts';
import { countTestMails, mailIdOf } from './mail-store.ts';
import { TestMailInput, TestMailSent } from './model.ts';
import { mailQueue, queueMails } from './queue-mails.ts';
import { cardAddressesOf, preferencesOf } from './settings-store.ts';
import { merchantMeant } from './settings-view.ts';

const AN_HOUR = 10;

/**
 * a test mail to one of the addresses in effect, at any hour. To no other address, and ten an hour at most, so that nobody's mailbox
 * can be flooded from here. Errors: `ADDRESS_NOT_SAVED`, `TOO_MANY_REQUESTS`.
 */
export const sendTestMail = command('notifications.sendTest', {
  permission: 'notification:update',
  summary: 'Sends a test mail to one of the merchant’s saved addresses; its state is asked for by its number.',
  input: TestMailInput,
  output: TestMailSent,
}).run(async (ctx, input) => {
  const { email } = input;
  const merchantId = merchantMeant(ctx, input.merchantId);
  const wishes = (await preferencesOf(ctx.db, [merchantId])).get(merchantId);
  if (!wishes) throw appError('MERCHANT_NOT_FOUND');
  const saved = [wishes.mainEmail, ...wishes.backupEmails, ...(await cardAddressesOf(ctx.db, merchantId))];
  if (!saved.some((address) => address.toLowerCase() === email)) throw appError('ADDRESS_NOT_SAVED');
  const now = ctx.now();
  if ((await countTestMails(ctx.db, merchantId, after(now, -HOUR))) >= AN_HOUR)
    throw appError('TOO_MANY_REQUESTS', { retryAfter: HOUR / 1000 });
  const queue = mailQueue(ctx, ctx.db, ctx.emit);
  const dedupKey = `${merchantId}:${crypto.randomUUID()}`;
  const mail = {
    kind: 'notify.test' as const,
    dedupKey,
    recipient: email,
    locale: wishes.locale,
    merchantId,
    alertRef: null,
    params: {
      company: wishes.companyName,
      sentTime: inZone(now, wishes.timeZone),
      loginUrl: `${ctx.ports.publicUrl}/notifications`,
    },
  };
  await queueMails(queue, [mail], after(now, HOUR));
  const id = await mailIdOf(ctx.db, 'notify.test', dedupKey);
  ctx.audit({ targetType: 'mail', targetId: id });
  return { id };
});
