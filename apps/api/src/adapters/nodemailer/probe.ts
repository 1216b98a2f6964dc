import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { ProbeStage, ProbeStep } from '@forewarn/core/ports/mailer';
import { createTransport } from 'nodemailer';
import { type SmtpError, wordsOf } from './classify.ts';
import { type SmtpServer, transportOptions } from './transport-options.ts';

/**
 * A mail server step by step: name, line, TLS with its certificate, greeting, signing in; ends with the first step that fails. The first
 * four speak SMTP by hand, so that each step's words can be shown; the last goes the way that mails go.
 */
export async function probeSmtp(server: SmtpServer): Promise<ProbeStep[]> {
  const steps: ProbeStep[] = [];
  const host = server.host.replace(/^\[|\]$/g, '');
  let socket: Socket | undefined;
  async function step(stage: ProbeStage, act: () => Promise<string>): Promise<void> {
    const started = performance.now();
    const done = (ok: boolean, detail: string) =>
      steps.push({ stage, ok, milliseconds: Math.round(performance.now() - started), detail: detail.slice(0, 500) });
    try {
      done(true, await act());
    } catch (error) {
      done(false, wordsOf(error as SmtpError));
      throw new ProbeEnded();
    }
  }
  try {
    let address = host;
    await step('DNS', async () => {
      const found = isIP(host) ? [{ address: host }] : await within(server.connectTimeout, lookup(host, { all: true }));
      address = found[0]?.address ?? host;
      return found.map((one) => one.address).join(', ');
    });
    await step('CONNECT', async () => {
      socket = connect({ host: address, port: server.port });
      await within(server.connectTimeout, once(socket, 'connect'));
      return `${address}:${server.port}`;
    });
    const plain = socket as Socket | undefined;
    if (!plain) return steps;
    if (server.tls === 'IMPLICIT') {
      await step('TLS', async () => {
        const secure = await startTls(plain, host, server.greetingTimeout);
        socket = secure;
        return certificate(secure);
      });
      await step('GREETING', () => converse(socket ?? plain, ['', 'EHLO forewarn'], server.greetingTimeout));
    } else {
      const commands = ['', 'EHLO forewarn', ...(server.tls === 'STARTTLS' ? ['STARTTLS'] : [])];
      await step('GREETING', () => converse(plain, commands, server.greetingTimeout));
      if (server.tls === 'STARTTLS')
        await step('TLS', async () => {
          const secure = await startTls(plain, host, server.greetingTimeout);
          socket = secure;
          return certificate(secure);
        });
    }
    await step('AUTH', () => signIn(server));
  } catch (error) {
    if (!(error instanceof ProbeEnded)) throw error;
  } finally {
    socket?.destroy();
  }
  return steps;
}

class ProbeEnded extends Error {}

/** The words to each command, joined; throws the server's words when it refuses one. The greeting answers the empty command. */
async function converse(socket: Socket, commands: readonly string[], timeout: number): Promise<string> {
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY });
  const said: string[] = [];
  const talk = async () => {
    const replies = lines[Symbol.asyncIterator]();
    for (const command of commands) {
      if (command !== '') socket.write(`${command}\r\n`);
      let line: string;
      do {
        const next = await replies.next();
        if (next.done) throw new Error('the server hung up');
        line = String(next.value);
        said.push(line);
      } while (/^\d{3}-/.test(line));
      if (!/^2/.test(line)) throw Object.assign(new Error(line), { response: line });
    }
  };
  try {
    await within(timeout, talk());
    return said.join(' · ');
  } finally {
    lines.removeAllListeners();
    lines.close();
  }
}

async function startTls(socket: Socket, host: string, timeout: number): Promise<TLSSocket> {
  socket.removeAllListeners('data');
  const secure = connectTls({ socket, ...(isIP(host) === 0 && { servername: host }), host });
  await within(timeout, once(secure, 'secureConnect'));
  return secure;
}

function certificate(socket: TLSSocket): string {
  const { subject, issuer, valid_to: until } = socket.getPeerCertificate();
  const name = (of: { CN?: string | string[]; O?: string | string[] } | undefined) => String(of?.CN ?? of?.O ?? '–');
  return `${socket.getProtocol() ?? 'TLS'} · ${name(subject)} · ${name(issuer)} · → ${until}`;
}

async function signIn(server: SmtpServer): Promise<string> {
  const transport = createTransport(transportOptions(server));
  try {
    await within(server.connectTimeout + server.greetingTimeout + server.socketTimeout, transport.verify());
    return server.account === '' ? 'OK (no account)' : `OK (${server.account})`;
  } finally {
    transport.close();
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error(`no answer within ${milliseconds / 1000} s`), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(error), milliseconds);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
