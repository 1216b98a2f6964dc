import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, buildCard } from '@forewarn/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, expectAccessible, launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

let system: TestSystem;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({ services: ['web', 'worker'], sandbox: true });
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
});

async function open(path: string, roles: ('SYSTEM_ADMIN' | 'PLATFORM_ADMIN')[] = ['SYSTEM_ADMIN']) {
  const watched = await openPage(browser);
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: '赵强', roles });
  await watched.page.goto(preview.url + path);
  await signIn(watched.page, admin.email, admin.password);
  return { ...watched, desktop, admin };
}

/** The newest mail to an address, as the sandbox's mail box has it. */
async function mailTo(to: string): Promise<string> {
  let text = '';
  await eventually(async () => {
    const answer = await fetch(`${system.sandbox?.http}/__control/mails?to=${encodeURIComponent(to)}`);
    const mails: { text?: string; html?: string }[] = await answer.json();
    const newest = mails.at(-1);
    text = `${newest?.text ?? ''}${newest?.html ?? ''}`;
    return mails.length;
  }).toBeGreaterThan(0);
  return text;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('A-306 A-033 desktop: a colleague is invited, gets a mail, accepts by its code, and signs in', async () => {
  const { page, complaints, desktop } = await open('/staff');
  await button(page, '邀请人员').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '发送邀请' }).click();
  await dialog.getByText('请填写有效的邮箱地址').waitFor();
  await dialog.getByLabel('邮箱').fill('new.colleague@example.test');
  await dialog.getByLabel('姓名').fill('孙丽');
  await dialog.getByRole('combobox', { name: '角色' }).click({ force: true });
  await page.getByRole('listbox').getByRole('option', { name: '平台管理员' }).click();
  await page.keyboard.press('Tab');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '发送邀请' }).click();
  await page.getByText('邀请已发送到 new.colleague@example.test').waitFor();
  await page.getByRole('table', { name: '平台人员列表' }).getByText('待接受邀请').waitFor();
  const code = /accept-invitation\/([\w-]{43})/.exec(await mailTo('new.colleague@example.test'))?.[1];
  expect(code).toBeDefined();

  const colleague = await openPage(browser);
  const theirs = await attachDesktop(colleague.page, system.url);
  await colleague.page.goto(`${preview.url}/sign-in`);
  await colleague.page.getByRole('link', { name: '收到邀请？在此接受' }).click();
  await colleague.page.getByLabel('邀请码').fill(code ?? '');
  await button(colleague.page, '继续').click();
  await colleague.page.getByText('new.colleague@example.test，角色：平台管理员').waitFor();
  await expectAccessible(colleague.page);
  await colleague.page.getByLabel(/^设置密码/).fill('weak');
  await button(colleague.page, '接受邀请').click();
  await colleague.page.getByText('至少 8 个字符，含字母和数字').first().waitFor();
  await colleague.page.getByLabel(/^设置密码/).fill('Correct-horse-7');
  await button(colleague.page, '接受邀请').click();
  await colleague.page.getByRole('link', { name: '去登录' }).click();
  await signIn(colleague.page, 'new.colleague@example.test', 'Correct-horse-7');
  await colleague.page.getByRole('heading', { name: '待处理队列' }).waitFor();
  await colleague.page.goto(`${preview.url}/accept-invitation?code=${code}`);
  await colleague.page.getByText('该链接已经使用过').waitFor();
  expect([...complaints, ...colleague.complaints]).toEqual([]);
  desktop.dispose();
  theirs.dispose();
});

test('A-306 desktop: a right is given to a role, counts within seconds, and one’s own role can’t be changed', async () => {
  const { page, complaints, desktop } = await open('/roles');
  const token = await (await system.staff()).token();
  const audit = async () => (await system.client.call('GET', '/api/v1/admin/audit', { token })).status;
  expect(await audit()).toBe(403);
  await page.getByText('这是您自己的角色').waitFor();
  expect(await page.getByRole('checkbox', { name: '审计日志：查看' }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: /平台管理员/ }).click();
  await page.getByRole('checkbox', { name: '审计日志：查看' }).check();
  await page.getByText('1 处更改未保存').waitFor();
  await expectAccessible(page);
  await button(page, '保存更改').click();
  await page.getByText('已保存，5 秒内生效').waitFor();
  await eventually(audit).toBe(200);
  await button(page, '恢复默认').click();
  await page.getByText('已恢复默认权限').waitFor();
  await eventually(audit).toBe(403);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-055 A-056 A-058 A-061 A-351 A-383 desktop: a merchant is suspended, can look and not answer, is restored, and closed', async () => {
  const merchant = await system.merchant({ companyName: '云帆贸易' });
  const { db } = system.core;
  await buildCard(db, { merchantId: merchant.id, descriptor: 'YUNFAN TRADE', cardBin: '466610' });
  const alert = await buildAlert(db, { merchantId: merchant.id });
  const token = await merchant.token();
  const look = async () => (await system.client.call('GET', `/api/v1/alerts/${alert.id}`, { token })).status;
  const answer = async () =>
    (
      await system.client.call('PUT', `/api/v1/alerts/${alert.id}/process`, {
        token,
        body: { action: 'REFUND', reason: 'test', refundAmount: 0 },
      })
    ).body.error;

  const { page, complaints, desktop } = await open(`/merchants/${merchant.id}`, ['PLATFORM_ADMIN']);
  await button(page, '暂停').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 条预警等待该商户答复').waitFor();
  await dialog.getByText('YUNFAN TRADE').waitFor();
  await dialog.getByText('1 处登录保持有效').waitFor();
  await expectAccessible(page);
  await button(page, '暂停商户').click();
  await dialog.getByText('请填写理由').waitFor();
  await dialog.getByLabel('理由').fill('资料待核实');
  await button(page, '暂停商户').click();
  await page.getByText('云帆贸易 已暂停').waitFor();
  await eventually(answer).toBe('MERCHANT_SUSPENDED');
  expect(await look()).toBe(200);
  expect(await mailTo(merchant.email)).toContain('账户已暂停');

  await button(page, '恢复').click();
  await dialog.getByLabel('理由').fill('资料已核实');
  await button(page, '恢复商户').click();
  await page.getByText('云帆贸易 已恢复').waitFor();
  await eventually(answer).not.toBe('MERCHANT_SUSPENDED');

  await dialog.waitFor({ state: 'hidden' });
  await page.locator('#root').getByRole('button', { name: '关闭', exact: true }).click();
  await dialog.getByLabel('理由').fill('商户申请关闭');
  await button(page, '永久关闭商户').click();
  await page.getByText('云帆贸易 已关闭').waitFor();
  await eventually(look).toBe(401);
  await page.goto(`${preview.url}/alerts/${alert.id}`);
  await button(page, '代商户答复').click();
  await dialog.getByLabel('处理方式').selectOption('CONFIRM_TRANSACTION');
  await dialog.getByRole('textbox', { name: '理由', exact: true }).fill('客户本人下单');
  await dialog.getByLabel('代为答复的原因').fill('商户来信确认为真实交易');
  await dialog.getByRole('button', { name: '提交答复' }).click();
  await page.getByText('答复已提交').waitFor();
  await page.getByText(/赵强代商户提交了处理结果/).waitFor();
  await page.goto(`${preview.url}/merchants/${merchant.id}`);
  await page.getByText('商户申请关闭').waitFor();
  expect(await button(page, '恢复').count()).toBe(0);
  await page.getByRole('tab', { name: /授权卡/ }).click();
  // Closed cards are a filter away.
  await page.getByRole('combobox', { name: '状态' }).selectOption('CLOSED');
  await page.getByRole('cell', { name: '已关闭' }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-029 A-349 desktop: a merchant is made and invited; a person locked out by wrong passwords is let in again', async () => {
  const { page, complaints, desktop } = await open('/merchants', ['PLATFORM_ADMIN']);
  await button(page, '新建商户').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('公司名称').fill('晨星科技');
  await dialog.getByLabel('联系人').fill('何静');
  await dialog.getByLabel('邮箱').fill('morning.star@example.test');
  await button(page, '创建并发送邀请').click();
  await page.getByRole('heading', { name: '晨星科技' }).waitFor();
  expect(await mailTo('morning.star@example.test')).toContain('accept-invitation?token=');
  await button(page, '重新发送激活邮件').click();
  await page.getByText('已发送到 mo***@example.test').waitFor();

  const merchant = await system.merchant({ companyName: '锁定商户' });
  for (let n = 0; n < 3; n += 1) await system.client.signIn(merchant.email, 'wrong', 'merchant').catch(() => undefined);
  await expect(merchant.token()).rejects.toThrow();
  await page.goto(`${preview.url}/merchants/${merchant.id}?tab=people`);
  await page.getByText('已锁定').waitFor();
  await button(page, '解除锁定').click();
  await page.getByText(/可以重新登录了/).waitFor();
  await expect(merchant.token()).resolves.toBeDefined();
  expect(complaints).toEqual([]);
  desktop.dispose();
});
