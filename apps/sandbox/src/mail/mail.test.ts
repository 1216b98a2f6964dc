import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { control } from '../testing/control-client.ts';
import { message, sendMail } from '../testing/smtp-client.ts';
import type { Mail } from './model.ts';

const ALERT_MAIL = message({
  subject: '【紧急】新的拒付预警：订单 A-1 需在 24 小时内处理',
  text: '请登录处理：https://app.test/alerts/1?lang=zh-CN。\n谢谢！',
  html: '<p>商户您好，<a href="https://app.test/alerts/1?lang=zh-CN&amp;from=mail">查看预警</a></p><img src="https://x.test/p.png">',
});

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const send = (to: string[], patienceMs?: number) =>
  sendMail(sandbox.smtp, { to, raw: ALERT_MAIL, ...(patienceMs ? { patienceMs } : {}) });
const mails = async (query = '') => (await control<Mail[]>(sandbox.http, `mails${query}`)).body;
const fault = (order: object) => control(sandbox.http, 'faults', { target: 'smtp', times: 1, ...order });

describe('the inbox', () => {
  it('shows a Chinese mail with its text, links and headers, under the envelope recipients', async () => {
    expect((await send(['owner@shop.test', 'night@shop.test'])).reply).toMatch(/^250/);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      id: 1,
      to: 'owner@shop.test, night@shop.test',
      recipients: ['owner@shop.test', 'night@shop.test'],
      from: 'alerts@platform.test',
      fromName: '拒付预警',
      subject: '【紧急】新的拒付预警：订单 A-1 需在 24 小时内处理',
      text: '请登录处理：https://app.test/alerts/1?lang=zh-CN。\n谢谢！',
      links: ['https://app.test/alerts/1?lang=zh-CN&from=mail', 'https://app.test/alerts/1?lang=zh-CN'],
      headers: { messageId: '<m-1@platform.test>', xMailKind: 'ALERT_NEW' },
    });
    expect(mail?.html).toContain('商户您好');
    expect(Date.parse(mail?.receivedAt ?? '')).not.toBeNaN();
  });

  it('finds by recipient and by subject, newest last, and forgets on request', async () => {
    await send(['a@shop.test']);
    await send(['aa@shop.test']);
    const ids = (found: { id: number }[]) => found.map(({ id }) => id);
    expect(ids(await mails())).toEqual([1, 2]);
    expect(ids(await mails('?to=A@shop.test'))).toEqual([1]);
    expect(ids(await mails('?to=@shop.test'))).toEqual([1, 2]);
    expect(ids(await mails(`?subject=${encodeURIComponent('拒付预警')}`))).toEqual([1, 2]);
    expect(ids(await mails('?subject=invoice'))).toEqual([]);
    await control(sandbox.http, 'mails', undefined, 'DELETE');
    expect(await mails()).toEqual([]);
  });

  it('shows the mail on its page, its own HTML locked in', async () => {
    await send(['owner@shop.test']);
    const page = await fetch(`${sandbox.http}/mail/1`);
    expect(await page.text()).toContain('【紧急】新的拒付预警');
    const body = await fetch(`${sandbox.http}/mail/1/body`);
    expect(body.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(await body.text()).toContain('查看预警');
  });
});

describe('X-020 faults of the mail server', () => {
  it('refuses for good or for now at the recipient, and only the one asked for', async () => {
    await fault({ mode: '500', to: 'gone@shop.test' });
    expect(await send(['ok@shop.test'])).toMatchObject({ stage: 'message', reply: expect.stringMatching(/^250/) });
    expect(await send(['gone@shop.test'])).toMatchObject({ stage: 'RCPT', reply: expect.stringMatching(/^550/) });
    await fault({ mode: '429' });
    expect(await send(['ok@shop.test'])).toMatchObject({ stage: 'RCPT', reply: expect.stringMatching(/^451/) });
    expect(await mails()).toHaveLength(1);
  });

  it('drop-after-commit keeps the mail and hangs up without a word', async () => {
    await fault({ mode: 'drop-after-commit' });
    expect(await send(['owner@shop.test'])).toEqual({ stage: 'message', reply: null });
    expect(await mails()).toHaveLength(1);
  });

  it('timeout and reset end without a reply and without a mail', async () => {
    await fault({ mode: 'timeout' });
    expect(await send(['owner@shop.test'], 100)).toEqual({ stage: 'RCPT', reply: null });
    await fault({ mode: 'reset' });
    expect(await send(['owner@shop.test'])).toEqual({ stage: 'RCPT', reply: null });
    expect(await mails()).toEqual([]);
  });

  it('slow keeps the mail at once and says so late', async () => {
    await fault({ mode: 'slow', latencyMs: 80 });
    const started = performance.now();
    expect((await send(['owner@shop.test'])).reply).toMatch(/^250/);
    expect(performance.now() - started).toBeGreaterThanOrEqual(75);
  });
});
