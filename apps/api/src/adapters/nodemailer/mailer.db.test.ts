import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Mail } from '@forewarn/core/ports/mailer';
import { type Sandbox, type Mail as SandboxMail, startSandbox } from '@forewarn/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import { type ClosableMailer, createMailer } from './mailer.ts';

const MAIL: Mail = {
  to: 'shop@example.test',
  subject: '拒付预警：19.90 USD',
  html: '<p>你好</p>',
  text: '你好',
  messageId: 'alert.new.7@merchant.example.test',
};
const from = '拒付预警 <no-reply@platform.example.test>';

describe('mails over SMTP', () => {
  let sandbox: Sandbox;
  let mailer: ClosableMailer;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => {
    mailer = createMailer({ url: sandbox.smtp, from, patience: 4000 });
  });
  afterEach(async () => {
    mailer.close();
    await fetch(`${sandbox.http}/__control/reset`, { method: 'POST' });
  });

  const inbox = async () => (await (await fetch(`${sandbox.http}/__control/mails`)).json()) as SandboxMail[];
  const fail = (fault: object) =>
    fetch(`${sandbox.http}/__control/faults`, {
      method: 'POST',
      body: JSON.stringify({ target: 'smtp', times: 1, ...fault }),
    });

  it('a mail arrives as it was written, under its Message-ID', async () => {
    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'SENT', reply: expect.stringMatching(/^250/) });
    const [mail] = await inbox();
    expect(mail).toMatchObject({ to: MAIL.to, subject: MAIL.subject, fromName: '拒付预警' });
    expect([mail?.html.trim(), mail?.text.trim()]).toEqual([MAIL.html, MAIL.text]);
    expect(mail?.headers.messageId).toBe(`<${MAIL.messageId}>`);
  });

  it.each([
    ['an address that does not exist is refused for good', '500', 'REFUSED', /^550/],
    ['a full mailbox may be tried again', '429', 'FAILED', /^451/],
    ['silence is not known', 'timeout', 'UNKNOWN', /./],
    ['a cut line is not known', 'reset', 'UNKNOWN', /./],
    ['a line cut after the mail was taken is not known', 'drop-after-commit', 'UNKNOWN', /./],
  ])('%s', async (_, mode, outcome, reply) => {
    await fail({ mode });
    expect(await mailer.send(MAIL)).toMatchObject({ outcome, reply: expect.stringMatching(reply) });
  });

  it('A-174 sent again after an unknown outcome it has the same Message-ID', async () => {
    await fail({ mode: 'drop-after-commit' });
    expect((await mailer.send(MAIL)).outcome).toBe('UNKNOWN');
    expect((await mailer.send(MAIL)).outcome).toBe('SENT');
    const ids = (await inbox()).map(({ headers }) => headers.messageId);
    expect(ids).toEqual([`<${MAIL.messageId}>`, `<${MAIL.messageId}>`]);
  });

  it('an address or subject with a line break adds no header', async () => {
    await mailer.send({
      ...MAIL,
      subject: 'a\r\nBcc: spy@example.test',
      to: 'shop@example.test\r\nRCPT TO:<spy@example.test>',
    });
    for (const mail of await inbox()) expect(mail.recipients).not.toContain('spy@example.test');
  });
});

describe('a mail server that is not there or not well', () => {
  let server: Server | undefined;
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server?.close();
  });
  async function serve(talk: (socket: Socket) => void): Promise<string> {
    server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      talk(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  async function sendTo(url: string, patience: number) {
    const mailer = createMailer({ url, from, patience });
    const started = performance.now();
    const result = await mailer.send(MAIL);
    mailer.close();
    return { ...result, took: performance.now() - started };
  }

  it('nobody listens', async () => {
    const url = await serve(() => undefined);
    server?.close();
    expect(await sendTo(url, 500)).toMatchObject({ outcome: 'FAILED', reply: expect.stringContaining('ECONNREFUSED') });
  });

  it('it takes the line and says nothing: given up in time', async () => {
    const { outcome, took } = await sendTo(await serve(() => undefined), 300);
    expect(outcome).toBe('FAILED');
    expect(took).toBeLessThan(2000);
  });

  it('it drips, never silent for long: given up in time all the same', async () => {
    const url = await serve((socket) => {
      socket.write('220 slow\r\n');
      const drip = setInterval(() => socket.write('250-still\r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    const { outcome, took } = await sendTo(url, 300);
    expect(outcome).toBe('UNKNOWN');
    expect(took).toBeLessThan(2000);
  });

  it('it is closed for now', async () => {
    const url = await serve((socket) => socket.end('421 try later\r\n'));
    expect((await sendTo(url, 500)).outcome).toBe('FAILED');
  });
});

describe('what an error of the mail server means', () => {
  it.each([
    ['550 to RCPT', { responseCode: 550, command: 'RCPT TO', code: 'EENVELOPE' }, 'REFUSED'],
    ['552 to DATA', { responseCode: 552, command: 'DATA', code: 'EMESSAGE' }, 'REFUSED'],
    ['451 to RCPT', { responseCode: 451, command: 'RCPT TO', code: 'EENVELOPE' }, 'FAILED'],
    ['535 to our password', { responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'FAILED'],
    ['554 instead of a greeting', { responseCode: 554, command: 'CONN', code: 'EPROTOCOL' }, 'FAILED'],
    ['no such host', { code: 'EDNS', command: 'CONN' }, 'FAILED'],
    ['no answer to DATA', { code: 'ETIMEDOUT', command: 'DATA' }, 'UNKNOWN'],
  ])('%s', (_, fields, outcome) => {
    expect(classify(Object.assign(new Error('x'), fields)).outcome).toBe(outcome);
  });
});
