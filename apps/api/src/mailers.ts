import type { Mailer } from '@forewarn/core/ports/mailer';
import { probeService, sendByService } from './adapters/mail-service/client.ts';
import { type ClosableMailer, createMailer, type MailerSettings } from './adapters/nodemailer/mailer.ts';

const PATIENCE = 30_000;

/** Mails by whichever way a sender goes: SMTP, or the mail service over HTTP (document 002 §5.4). */
export function createMailers(settings: MailerSettings): ClosableMailer {
  const smtp = createMailer(settings);
  const send: Mailer['send'] = (mail, server, patience) =>
    server?.transport === 'HTTP'
      ? sendByService(mail, server, patience ?? settings.patience ?? PATIENCE)
      : smtp.send(mail, server, patience);
  return {
    ...smtp,
    send,
    probe: (server) => (server.transport === 'HTTP' ? probeService(server) : smtp.probe(server)),
  };
}
