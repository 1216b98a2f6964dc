import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Mail } from '@forewarn/core/ports/mailer';
import { type Sandbox, type Mail as SandboxMail, startSandbox } from '@forewarn/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServer, probeService, sendByService, serviceBody } from './client.ts';

const MAIL: Mail = {
  to: 'shop@example.test',
  subject: '拒付预警',
  html: '<p>你好</p>',
  text: '你好',
  messageId: 'alert.new.7@merchant.example.test',
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { mailPassword: 'token-1' } });
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await fetch(`${sandbox.http}/__control/reset`, { method: 'POST' });
});

const server = (change: Partial<HttpServer> = {}): HttpServer => ({
  transport: 'HTTP',
  key: '1.1',
  url: sandbox.http,
  account: '',
  secret: 'token-1',
  from: { name: '拒付预警', address: 'alerts@example.test' },
  replyTo: '',
  connectTimeout: 2000,
  greetingTimeout: 2000,
  socketTimeout: 2000,
  ...change,
});
const send = (change: Partial<HttpServer> = {}) => sendByService(MAIL, server(change), 1500);
async function nobodyListens(): Promise<string> {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();
  return `http://127.0.0.1:${port}`;
}
const inbox = async () => (await (await fetch(`${sandbox.http}/__control/mails`)).json()) as SandboxMail[];

describe('mails by the mail service (document 002 §5.4)', () => {
  it('C-148 C-151 a mail is taken; the service’s id and status come back', async () => {
    const result = await send();
    expect(result).toMatchObject({ outcome: 'SENT', serviceStatus: 'sent' });
    const [mail] = await inbox();
    expect(mail).toMatchObject({ to: MAIL.to, subject: MAIL.subject, html: MAIL.html, from: 'alerts@example.test' });
    expect(mail?.headers.emailId).toBe(result.emailId);
    expect(mail?.headers.messageId).toBe(`<${MAIL.messageId}>`);
  });

  it('C-149 C-150 the body is the document’s', () => {
    const attachments = [{ file_name: '证据.pdf', file_path: '/files/7.pdf' }];
    expect(serviceBody(MAIL, server(), attachments)).toMatchObject({
      to: [MAIL.to],
      cc: [],
      subject: MAIL.subject,
      content: MAIL.html,
      content_type: 'html',
      attachments,
    });
  });

  it.each([
    ['429', 'FAILED'],
    ['business', 'REFUSED'],
    ['500', 'UNKNOWN'],
    ['drop-after-commit', 'UNKNOWN'],
    ['broken-body', 'UNKNOWN'],
    ['timeout', 'UNKNOWN'],
    ['reset', 'UNKNOWN'],
  ])('fault %s: %s', async (mode, outcome) => {
    await fetch(`${sandbox.http}/__control/faults`, {
      method: 'POST',
      body: JSON.stringify({ target: 'mail.send', mode, times: 1 }),
    });
    expect((await send()).outcome).toBe(outcome);
  });

  it('a service that isn’t there, or doesn’t know us, may be passed over', async () => {
    expect(await send({ url: await nobodyListens() })).toMatchObject({
      outcome: 'FAILED',
      reply: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await send({ secret: 'wrong' })).toMatchObject({ outcome: 'FAILED', reply: expect.stringContaining('401') });
    expect(await inbox()).toEqual([]);
  });

  it('A-243 the test finds out without sending anything', async () => {
    expect(await probeService(server())).toMatchObject([{ stage: 'SERVICE', ok: true }]);
    expect(await probeService(server({ secret: 'wrong' }))).toMatchObject([
      { ok: false, detail: expect.stringContaining('401') },
    ]);
    expect(await inbox()).toEqual([]);
  });
});
