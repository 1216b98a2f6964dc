import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Mail } from '@forewarn/core/ports/mailer';
import { type Sandbox, type Mail as SandboxMail, startSandbox } from '@forewarn/sandbox';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ClosableMailer, createMailer } from './mailer.ts';
import type { SmtpServer } from './transport-options.ts';

const MAIL: Mail = {
  to: 'shop@example.test',
  subject: 's',
  html: '<p>x</p>',
  text: 'x',
  messageId: 'm.7@merchant.example.test',
};

let sandbox: Sandbox;
let mailer: ClosableMailer;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { mailPassword: 'right' } });
  mailer = createMailer({ url: sandbox.smtp, from: 'start@example.test' });
});
afterAll(async () => {
  mailer.close();
  await sandbox.stop();
});

const server = (change: Partial<SmtpServer> = {}): SmtpServer => ({
  transport: 'SMTP',
  key: crypto.randomUUID(),
  host: '127.0.0.1',
  port: Number(new URL(sandbox.smtp).port),
  tls: 'NONE',
  account: 'alerts',
  secret: 'right',
  from: { name: '拒付预警', address: 'alerts@example.test' },
  replyTo: 'support@example.test',
  connectTimeout: 2000,
  greetingTimeout: 2000,
  socketTimeout: 2000,
  poolSize: 2,
  ...change,
});
const stages = async (change: Partial<SmtpServer>) =>
  (await mailer.probe(server(change))).map(({ stage, ok }) => `${stage} ${ok}`);

describe('A-240 A-241 A-243 a stored mail server', () => {
  it('sends under its own name, with its account and reply address', async () => {
    expect(await mailer.send(MAIL, server())).toMatchObject({ outcome: 'SENT', reply: expect.stringMatching(/^250/) });
    const mails = (await (await fetch(`${sandbox.http}/__control/mails`)).json()) as SandboxMail[];
    expect(mails.at(-1)).toMatchObject({ from: 'alerts@example.test', fromName: '拒付预警' });
    expect(mails.at(-1)?.headers.replyTo).toContain('support@example.test');
  });

  it('a wrong password sends nothing, may be passed over, and is named in the server’s words', async () => {
    const wrong = server({ secret: 'wrong' });
    expect(await mailer.send(MAIL, wrong)).toMatchObject({ outcome: 'FAILED', reply: expect.stringContaining('535') });
    const steps = await mailer.probe(wrong);
    expect(steps.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(steps.at(-1)).toMatchObject({ stage: 'AUTH', detail: expect.stringContaining('535 5.7.8') });
  });
});

describe('A-243 a connection test goes step by step', () => {
  it('all well', async () => {
    expect(await stages({})).toEqual(['DNS true', 'CONNECT true', 'GREETING true', 'AUTH true']);
  });

  it('nobody listens', async () => {
    expect(await stages({ port: 9 })).toEqual(['DNS true', 'CONNECT false']);
  });

  it('no such name', async () => {
    expect(await stages({ host: 'no-such-host.invalid' })).toEqual(['DNS false']);
  });

  it('encryption that the server doesn’t have isn’t done without, in the test or in sending', async () => {
    expect(await stages({ tls: 'STARTTLS' })).toEqual(['DNS true', 'CONNECT true', 'GREETING false']);
    expect((await mailer.send(MAIL, server({ tls: 'STARTTLS' }))).outcome).toBe('FAILED');
  });
});

describe('A-242 TLS', () => {
  let smtp: SMTPServer | undefined;
  afterEach(async () => {
    await new Promise<void>((resolve) => (smtp ? smtp.close(resolve) : resolve()));
    smtp = undefined;
  });
  /** With the library's own certificate, which nobody trusts. */
  async function listen(secure: boolean): Promise<number> {
    smtp = new SMTPServer({ secure, authOptional: true, logger: false });
    smtp.on('error', () => undefined);
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    return (smtp.server.address() as AddressInfo).port;
  }

  it.each([
    ['IMPLICIT', true, ['DNS true', 'CONNECT true', 'TLS false']],
    ['STARTTLS', false, ['DNS true', 'CONNECT true', 'GREETING true', 'TLS false']],
  ] as const)(
    '%s: a certificate that nobody vouches for is refused, and nothing is sent',
    async (tls, secure, expected) => {
      const port = await listen(secure);
      const steps = await mailer.probe(server({ tls, port, account: '' }));
      expect(steps.map(({ stage, ok }) => `${stage} ${ok}`)).toEqual(expected);
      expect(steps.at(-1)?.detail).toMatch(/certificate|CERT|self.signed/i);
      expect((await mailer.send(MAIL, server({ tls, port, account: '' }))).outcome).toBe('FAILED');
    },
  );
});
