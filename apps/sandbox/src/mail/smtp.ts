import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { TIMEOUT_FAULT_MS } from '../faults/model.ts';
import type { World } from '../world.ts';
import { parseMail } from './parse.ts';

const MAX_MAIL_BYTES = 25 * 1024 * 1024;

export interface SmtpServer {
  net: Server;
  /** Resolves once it listens; rejects when the port is taken. */
  listen(port: number, host: string): Promise<void>;
  /** Cuts what is open and closes. */
  stop(): Promise<void>;
}

/** An SMTP server that takes any mail and any login. Plain text: it lives on this machine alone. */
export function createSmtpServer(world: World): SmtpServer {
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    name: 'sandbox',
    logger: false,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    socketTimeout: TIMEOUT_FAULT_MS,
    closeTimeout: 200,
    onAuth: ({ username, password }, _session, done) => {
      const { mailPassword } = world.settings;
      if (mailPassword !== null && password !== mailPassword)
        return done(smtpError(535, '5.7.8 authentication credentials invalid (sandbox)'));
      return done(null, { user: username ?? 'anonymous' });
    },
    onRcptTo: (address, session, done) => {
      const cut = () => sockets.get(session.remotePort)?.destroy();
      const refusal = failRecipient(world, address.address, cut);
      if (refusal !== 'silent') done(refusal);
    },
    onData: (stream, session, done) => {
      buffer(stream)
        .then((raw) => accept(world, raw, session))
        .then((fate) => (fate === 'cut' ? sockets.get(session.remotePort)?.destroy() : done()))
        .catch((error: unknown) => done(smtpError(554, `the message can't be read: ${String(error)}`)));
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  // A client that hangs up in the middle is everyday life here, not an error of the sandbox.
  server.on('error', () => {});
  return {
    net: server.server,
    async listen(port, host) {
      server.listen(port, host);
      await once(server.server, 'listening');
    },
    stop() {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const socket of sockets.values()) socket.destroy();
      return closed;
    },
  };
}

/** What RCPT TO answers: nothing wrong, a refusal, or `silent` when no answer must follow. */
function failRecipient(world: World, recipient: string, cut: () => void): Error | null | 'silent' {
  const fault = world.faults.take('smtp', { modes: ['500', '429', 'timeout', 'reset'], recipients: [recipient] });
  if (!fault) return null;
  if (fault.mode === '500') return smtpError(550, 'mailbox unavailable (sandbox fault)');
  if (fault.mode === '429') return smtpError(451, 'try again later (sandbox fault)');
  if (fault.mode === 'reset') cut();
  return 'silent';
}

/** Stores the message; the faults here strike after that, so that the sender can't tell. */
async function accept(world: World, raw: Buffer, session: SMTPServerSession): Promise<'accepted' | 'cut'> {
  const recipients = session.envelope.rcptTo.map(({ address }) => address);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const mail = await parseMail(raw, { from, recipients }, new Date(world.now()).toISOString());
  world.inbox.add(mail, raw);
  const fault = world.faults.take('smtp', { modes: ['drop-after-commit', 'slow'], recipients });
  if (fault?.mode === 'slow') await delay(fault.latencyMs ?? 1000, undefined, { ref: false });
  return fault?.mode === 'drop-after-commit' ? 'cut' : 'accepted';
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
