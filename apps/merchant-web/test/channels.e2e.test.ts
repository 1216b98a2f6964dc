import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { tellChannels } from '@forewarn/core/channels';
import { tellInbox } from '@forewarn/core/inbox';
import { commit } from '@forewarn/core/kernel/commit';
import { type MerchantMessage, mailQueue } from '@forewarn/core/notifications';
import { buildAlert, unique } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const sandbox = () => system.sandbox?.http ?? '';
async function control<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`${sandbox()}/__control/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}
const said = async (token: string) =>
  (await control<{ posts: { text: string; shown: boolean }[] }>(`chats?token=${token}`)).posts;

async function tell(merchantId: number, alertRef: number) {
  const message: MerchantMessage = {
    merchantId,
    kind: 'alert.new',
    key: unique(),
    alertRef,
    cardId: null,
    urgent: true,
    facts: () => ({
      alertId: 'SBX-000009',
      amount: '128.50',
      currency: 'USD',
      riskLevel: '高',
      deadline: '2026-11-23 10:00 (Asia/Shanghai)',
      loginUrl: `${system.url}/alerts/${alertRef}`,
    }),
  };
  const { core } = system;
  await commit(core, async (tx, emit) => {
    await tellInbox(mailQueue(core, tx, emit), message);
    await tellChannels(mailQueue(core, tx, emit), message);
  });
}

test('A-239 a Feishu robot: refused in place, added, tested with its answer, told of an alert; the inbox counts it', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  const token = `feishu-${unique()}`;
  await control('robots', { vendor: 'feishu', token, secret: 'SEC-e2e' });
  await openAs(page, system.url, '/notifications', merchant);
  await page.getByText('还没有群机器人').waitFor();
  await page.getByRole('button', { name: '添加机器人' }).click();
  await page.getByLabel('平台').selectOption('FEISHU');
  await page.locator('[name=name]').fill('拒付处理群');
  await page.locator('[name=webhook]').fill('https://127.0.0.1/open-apis/bot/v2/hook/0a1b2c3d');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('这不是所选平台的机器人地址').waitFor();
  await page.locator('[name=webhook]').fill(`${sandbox()}/open-apis/bot/v2/hook/${token}`);
  await page.locator('[name=secret]').fill('wrong');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('还没有发送过').waitFor();
  expect(await page.getByText(token).count()).toBe(0);
  await expectFit(page);

  await page.getByRole('button', { name: '发送测试', exact: true }).click();
  await page.getByText('对方拒收了测试消息').waitFor();
  await page.getByText(/19021 sign match fail/).waitFor();
  await page.getByRole('button', { name: '拒付处理群的更多操作' }).click();
  await page.getByRole('menuitem', { name: '修改' }).click();
  await page.locator('[name=secret]').fill('SEC-e2e');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '发送测试', exact: true }).click();
  await page.getByText('测试消息已发出').waitFor();
  expect((await said(token)).filter(({ shown }) => shown)).toMatchObject([
    { text: expect.stringContaining('拒付预警：测试消息') },
  ]);

  const alert = await buildAlert(system.core.db, { merchantId: merchant.id });
  await tell(merchant.id, alert.id);
  await page.getByRole('link', { name: '消息，1 条未读' }).waitFor();
  await expect
    .poll(async () => (await said(token)).at(-1)?.text, { timeout: 15_000 })
    .toContain('拒付预警：128.50 USD，请在 2026-11-23 10:00');
  await page.getByRole('button', { name: '拒付处理群的更多操作' }).click();
  await page.getByRole('menuitem', { name: '发送记录' }).click();
  await page.getByText('已送达').waitFor();
  await page.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('link', { name: '消息，1 条未读' }).click();
  await page.getByText('处理截止：2026-11-23 10:00').waitFor();
  await expectFit(page);
  await page.getByRole('link', { name: /128\.50 USD/ }).click();
  await page.waitForURL(`**/alerts/${alert.id}`);
  await page.getByRole('link', { name: '消息', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('A-239 in English: the digest is switched off, a robot removed; all messages read at once', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await system.merchant();
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id });
  await openAs(page, system.url, '/notifications', merchant);
  await page.getByRole('checkbox', { name: /Mondays at 9:00/ }).click();
  await expect.poll(() => page.getByRole('checkbox', { name: /Mondays/ }).isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Add a robot' }).click();
  await page.getByLabel('Service').selectOption('SLACK');
  await page.locator('[name=name]').fill('Team');
  await page.locator('[name=webhook]').fill(`${sandbox()}/services/T0/B0/${unique().replace(/\W/g, '')}x`);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Nothing sent yet').waitFor();
  await page.getByRole('button', { name: 'More for Team' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No chat robots yet').waitFor();

  await tell(merchant.id, alert.id);
  await tell(merchant.id, alert.id);
  await page.getByRole('link', { name: 'Messages, 2 unread' }).click();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('link', { name: 'Messages', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Unread' }).click();
  await page.getByText('Nothing unread').waitFor();
  await page.reload();
  await page.getByText('Nothing unread').waitFor();
  await expectFit(page);
  expect(complaints).toEqual([]);
});
