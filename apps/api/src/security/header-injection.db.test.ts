import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildAlert, buildCard, unique } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem({ services: ['web', 'worker'], sandbox: true });
});
afterAll(() => system.stop());

const BREAKS = ['\r\n', '\n', '\r', '%0d%0a', '\u0085', '\u2028'];
const INJECTED = 'X-Injected: yes';

describe('CR and LF never make a header of an answer', () => {
  it('from the name of an uploaded file', async () => {
    const merchant = await system.merchant();
    const token = await merchant.token();
    const alert = await buildAlert(system.core.db, { merchantId: merchant.id });
    for (const [index, brk] of BREAKS.entries()) {
      const body = new FormData();
      const bytes = new Uint8Array([...pdf(), 0x20, index]);
      body.append('file', new Blob([bytes]), `a${brk}${INJECTED}${brk}${brk}<script>"; filename="x.exe.pdf`);
      const path = `/api/v1/alerts/${alert.id}/evidence`;
      const { status, body: answer } = await system.client.call<{ id: string }>('POST', path, { token, body });
      expect([brk, status]).toEqual([brk, 200]);
      const file = await fetch(`${system.url}${path}/${answer.data.id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(file.headers.get('x-injected')).toBeNull();
      const disposition = file.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%~!$&+^`|{}-]*$/);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each(['/api/v1/', '/', '/sign-in?next=', '/api/v1/alerts?keyword=', '/api/trpc/'])(
    'from the address: %s',
    async (path) => {
      for (const brk of ['%0d%0a', '%0a', '%0d', '%E5%98%8A%E5%98%8D', '%c4%8d%c4%8a']) {
        const { headers, status } = await system.client.call(
          'GET',
          `${path}x${brk}X-Injected:%20yes${brk}Set-Cookie:%20rt=1`,
        );
        // 503 is the honest answer of a page that isn't built here.
        expect(status).not.toBe(500);
        expect([headers.get('x-injected'), headers.get('set-cookie')]).toEqual([null, null]);
      }
    },
  );

  it('from headers of the request, sent raw', async () => {
    for (const name of ['X-Request-Id', 'Accept-Language', 'Idempotency-Key', 'Origin', 'X-Forwarded-For', 'Host']) {
      const answer = await raw(
        `GET /api/v1/alerts HTTP/1.1\r\nHost: x\r\n${name}: abcdefgh\rX-Injected: yes\r\nConnection: close\r\n\r\n`,
      );
      expect([name, /^x-injected/im.test(answer)]).toEqual([name, false]);
    }
  });

  it('two requests in one are refused, not passed on (smuggling)', async () => {
    const inner = 'GET /api/v1/admin/audit HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await raw(
      `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    );
    expect(answer.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
  });
});

describe('CR and LF never make a header or a recipient of a mail', () => {
  interface Mail {
    recipients: string[];
    subject: string;
    headers: Record<string, string>;
  }
  const mailsTo = async (address: string): Promise<Mail[]> =>
    (await fetch(`${system.sandbox?.http}/__control/mails?to=${encodeURIComponent(address)}`)).json() as Promise<
      Mail[]
    >;

  it('from descriptor, company, BIN and transaction of an alert', async () => {
    const spy = `spy-${unique()}@example.test`;
    const attack = `\r\nBcc: ${spy}\r\nSubject: free money\r\n\r\nhello`;
    const merchant = await system.merchant({ companyName: `Shop${attack}`, contactPerson: `Li${attack}` });
    const card = await buildCard(system.core.db, { merchantId: merchant.id });
    const alert = {
      alertId: unique(),
      descriptor: card.descriptor,
      cardBin: card.cardBin,
      transactionId: `t${attack}`.slice(0, 60),
      amount: 10,
      currency: 'USD',
      alertTime: new Date().toISOString(),
      reason: attack,
    };
    await fetch(`${system.sandbox?.http}/__control/push`, { method: 'POST', body: JSON.stringify({ alert }) });
    await expect.poll(() => mailsTo(card.notifyEmail), { timeout: 15_000 }).toHaveLength(1);
    const [mail] = await mailsTo(card.notifyEmail);
    expect(mail?.recipients).toEqual([card.notifyEmail]);
    expect(mail?.subject).not.toMatch(/[\r\n]|free money/);
    expect(mail?.headers.bcc).toBeUndefined();
    expect(await mailsTo(spy)).toEqual([]);
  });

  it.each(BREAKS.slice(0, 3))('an address with %j is none', async (brk) => {
    const token = await (await system.merchant()).token();
    const body = { descriptor: 'SHOP', cardBin: '411111', notifyEmail: `a@example.test${brk}Bcc: b@example.test` };
    const { status, body: answer } = await system.client.call('POST', '/api/v1/cards', { token, body });
    expect([status, answer.details?.fields?.[0]?.path]).toEqual([400, 'notifyEmail']);
  });

  it.each([
    'a@example.test,b@example.test',
    'a@example.test;b@example.test',
    '<a@example.test>',
    '"x" <a@example.test>',
  ])('more than one address is none: %s', async (notifyEmail) => {
    const token = await (await system.merchant()).token();
    const body = { descriptor: 'SHOP', cardBin: '411111', notifyEmail };
    expect((await system.client.call('POST', '/api/v1/cards', { token, body })).status).toBe(400);
  });
});

/** Bytes that no HTTP client would send. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(system.url).port), '127.0.0.1');
  socket.setTimeout(3000, () => socket.destroy());
  socket.write(bytes);
  return text(socket).catch(() => '');
}
