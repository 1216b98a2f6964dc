import { backOff, type EffectHandler } from '../effects/index.ts';
import { asLocale } from '../kernel/locale.ts';
import { after, DAY } from '../kernel/time.ts';
import { deliver } from '../mail-senders/index.ts';
import { prepareMail } from './prepare-mail.ts';
import { insertMailEvent, mailById, noteMail, suppressMail } from './store.ts';
import type { MailKind } from './templates.ts';
import { noteOutcome } from './trouble-store.ts';
import { writeMail } from './write-mail.ts';

/**
 * Hands one mail to the mail server. SMTP has no idempotency (RFC 1047): the Message-ID stays the same over all tries, and an outcome
 * that isn't known counts as not sent, because a merchant who isn't told loses more than one who is told twice.
 */
export const sendMail: EffectHandler<'mail.send'> = async (core, run) => {
  const mail = await mailById(core.db, run.payload.emailId);
  if (!mail) return { outcome: 'NOT_SENT', dead: true, detail: 'the mail is gone' };
  if (mail.status !== 'QUEUED') return { outcome: 'DONE', detail: `already ${mail.status}` };

  const prepared = await prepareMail(core, mail);
  if ('needless' in prepared)
    return {
      outcome: 'DONE',
      detail: `not sent: ${prepared.needless}`,
      settle: (tx) => suppressMail(tx, mail.id, prepared.needless),
    };
  const { values } = prepared;
  const { version, ...rendered } = await writeMail(core, mail.kind as MailKind, asLocale(mail.locale), values);
  const { outcome, reply, roomAt, ...carried } = await deliver(core, {
    to: mail.recipient,
    messageId: mail.messageId,
    ...rendered,
  });
  const now = core.now();
  const giveUpAt = run.deadline ?? after(mail.sendAfter ?? run.createdTime, DAY);
  const again = roomAt ?? backOff(now, run.attempt);
  const final = outcome === 'SENT' || outcome === 'REFUSED' || again > giveUpAt;
  const status = outcome === 'SENT' ? 'SENT' : final ? 'FAILED' : 'QUEUED';
  return {
    outcome:
      outcome === 'SENT'
        ? 'DONE'
        : outcome === 'REFUSED'
          ? 'REFUSED'
          : outcome === 'UNKNOWN'
            ? 'AMBIGUOUS'
            : 'NOT_SENT',
    detail: reply,
    ...(final ? { dead: status === 'FAILED' } : { retryAt: again }),
    settle: async (tx) => {
      await noteMail(tx, mail.id, {
        status,
        subject: rendered.subject,
        serverReply: reply,
        attempts: run.attempt,
        sentTime: status === 'SENT' ? now : null,
        senderId: carried.senderId,
        emailId: carried.emailId?.slice(0, 100) ?? null,
        serviceStatus: carried.serviceStatus?.slice(0, 40) ?? null,
        templateVersion: version,
      });
      if (final) await noteOutcome(tx, mail, status === 'SENT', reply, now);
      if (final) await insertMailEvent(tx, mail, status === 'SENT', now);
    },
  };
};
