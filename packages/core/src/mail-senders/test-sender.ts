import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { maskEmail } from '../kernel/mask.ts';
import { effect } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import type { Mail } from '../ports/mailer.ts';
import { SenderTest, SenderTested } from './model.ts';
import { fieldsOf, isElsewhere, type SenderFields, senderSecretPlace, toServer } from './sender-fields.ts';
import { senderNow } from './store.ts';

/**
 * Tries the settings as they stand in the form, saved or not: name, line, TLS, greeting, sign-in, each in the server's words, and
 * a test mail when asked for. Nothing is retried and nothing stored.
 */
export const testSender = effect('mailSenders.test', {
  permission: 'smtp:update',
  summary: 'Tries a mail server or mail service step by step, and sends a test mail when asked to.',
  input: SenderTest,
  output: SenderTested,
  secret: ['secret'],
}).run(async (ctx, { id, secret, to, ...input }) => {
  const fields = fieldsOf(input);
  const server = toServer(fields, secret ?? (await storedSecret(ctx, id, fields)), `test.${uuidv7(ctx.now())}`);
  const steps = await ctx.ports.mailer.probe(server);
  const reached = steps.length > 0 && steps.every((step) => step.ok);
  const mail = reached && to ? await ctx.ports.mailer.send(testMail(ctx, to), server) : null;
  const ok = reached && (mail === null || mail.outcome === 'SENT');
  ctx.audit({
    targetType: 'mailSender',
    ...(id !== null && { targetId: id }),
    detail: {
      name: fields.name,
      ok,
      ...(to && { to: maskEmail(to) }),
      reply: mail?.reply ?? steps.at(-1)?.detail ?? '',
    },
  });
  return { ok, steps, mail: mail && { outcome: mail.outcome, reply: mail.reply } };
});

/** The secret that is kept, for the same account at the same place alone: nobody lures it to a server of theirs. */
async function storedSecret(ctx: Context, id: number | null, fields: SenderFields): Promise<string> {
  if (id === null) return '';
  const row = await senderNow(ctx, id);
  if (!row) throw appError('MAIL_SENDER_GONE');
  if (!row.secretEnc) return '';
  if (isElsewhere(row, fields)) throw appError('MAIL_SECRET_NEEDED');
  return ctx.ports.cipher.open(row.secretEnc, senderSecretPlace(row.secretKey)).toString('utf8');
}

function testMail(ctx: Context, to: string): Mail {
  const zh = ctx.locale === 'zh-CN';
  const subject = zh ? '发信测试' : 'Test mail';
  const text = zh ? '收到此邮件，说明发信设置可用。' : 'If you read this, the mail settings work.';
  const messageId = `test.${uuidv7(ctx.now())}@${new URL(ctx.ports.publicUrl).hostname}`;
  return { to, subject, text, html: `<p>${text}</p>`, messageId };
}
