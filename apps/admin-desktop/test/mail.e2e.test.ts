import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Mail } from '@forewarn/sandbox';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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
/** Texts and senders are the platform's: each test starts with the built-in ones. */
beforeEach(async () => {
  await system.core.db.deleteFrom('mailTemplates').execute();
  await system.core.db.deleteFrom('mailSenders').execute();
});

async function open(path: string) {
  const watched = await openPage(browser);
  watched.page.setDefaultTimeout(25_000);
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: '赵强', roles: ['SYSTEM_ADMIN'] });
  await watched.page.goto(preview.url + path);
  await signIn(watched.page, admin.email, admin.password);
  return { ...watched, desktop, admin };
}

async function mailsTo(to: string): Promise<Mail[]> {
  return (await fetch(`${system.sandbox?.http}/__control/mails?to=${encodeURIComponent(to)}`)).json() as Promise<
    Mail[]
  >;
}
const configure = (settings: object) =>
  fetch(`${system.sandbox?.http}/__control/configure`, { method: 'POST', body: JSON.stringify(settings) });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

test('A-232 A-236 A-243 desktop: a template is edited, refused in place, put right, previewed, tested, saved, compared and set back', async () => {
  const { page, complaints, desktop, admin } = await open('/mail-templates');
  await page.getByRole('heading', { name: '错误告警（发给平台人员）' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: '编辑“新的拒付预警”的中文模板', exact: false }).click();
  const body = page.getByLabel('正文（HTML）');
  const frame = page.frameLocator('iframe[title="邮件预览"]');
  await frame.getByText('您有一笔新的拒付预警').waitFor();
  expect(await frame.locator('body').evaluate((element) => getComputedStyle(element).maxWidth)).toBe('600px');

  const written = await body.inputValue();
  await body.fill(written.replace('请及时登录系统处理。', '请尽快处理 {{alertID}}。'));
  await page.getByText('有 1 处需要修改，修改前不能保存').waitFor();
  await page.getByText('没有变量 {{alertID}}').waitFor();
  expect(await button(page, '保存并启用').isDisabled()).toBe(true);
  await expectAccessible(page);
  await body.fill(written.replace('请及时登录系统处理。', '请尽快处理 {{alertId}}。'));
  await frame.getByText('请尽快处理 ETH-20261122-0001。').waitFor();

  await page.getByText('深色邮箱').click();
  const colors = () => frame.locator('body').evaluate((element) => getComputedStyle(element).backgroundColor);
  await eventually(colors).toBe('rgb(21, 23, 28)');
  await page.getByText('纯文本').click();
  await page.locator('pre').getByText('预警ID： ETH-20261122-0001').waitFor();
  await page.getByText('浅色', { exact: true }).click();

  await button(page, '发送测试邮件').click();
  await page.getByRole('dialog').getByRole('button', { name: '发送' }).click();
  await page.getByText(`已交给邮件服务器，收件人 ${admin.email}`).waitFor();
  expect(await mailsTo(admin.email)).toMatchObject([{ subject: expect.stringContaining('［测试］拒付预警') }]);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();

  await page.getByLabel('修改说明').fill('更急');
  await button(page, '保存并启用').click();
  await page.getByText('已保存，之后的邮件使用新文字').waitFor();
  const versions = page.getByRole('region', { name: '版本' });
  await versions.getByText('更急').waitFor();
  await versions.getByRole('button', { name: '比较' }).last().click();
  await versions.getByText('<p>请及时登录系统处理。</p>').waitFor();
  // A frame that may run nothing can't be looked into: the page around it is what counts.
  await page.getByText('纯文本').click();
  await expectAccessible(page);

  await button(page, '恢复内置文字').click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复内置文字' }).click();
  await page.getByText('已恢复内置文字').waitFor();
  await eventually(() => body.inputValue()).toBe(written);
  expect(complaints).toEqual([]);
  desktop.dispose();
}, 120_000);

test('A-239 desktop: where a notification goes is chosen', async () => {
  const { page, complaints, desktop } = await open('/mail-templates');
  await button(page, '修改“已收到处理结果”的渠道').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('群机器人').uncheck();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('通知渠道已保存').waitFor();
  await page
    .getByRole('row', { name: /已收到处理结果/ })
    .getByText('邮件 · 站内信', { exact: true })
    .waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-240 A-241 A-242 A-243 desktop: a sender is added, a wrong password named in the server’s words, and one that is down passed over', async () => {
  await configure({ mailPassword: 'right-password' });
  const { page, complaints, desktop } = await open('/mail-senders');
  await page.getByText('没有启用任何发信服务器').waitFor();
  await button(page, '新增发信服务器').click();
  const dialog = page.getByRole('dialog');
  const smtp = new URL(system.sandbox?.smtp ?? '');
  await dialog.getByLabel('名称', { exact: true }).fill('主邮箱');
  await dialog.getByLabel('服务器地址').fill(smtp.hostname);
  await dialog.getByLabel('加密').selectOption('NONE');
  await dialog.getByLabel('端口').fill(smtp.port);
  await dialog.getByLabel('账号').fill('alerts');
  await dialog.locator('input[type=password]').fill('wrong-password');
  await dialog.getByLabel('发件人名称').fill('拒付预警');
  await dialog.getByLabel('发件地址').fill('alerts@example.test');
  await dialog.getByRole('button', { name: '测试', exact: true }).click();
  await dialog.getByText('测试没有通过').waitFor();
  await dialog.getByText(/535 5\.7\.8 authentication credentials invalid/).waitFor();
  await dialog.locator('input[type=password]').fill('right-password');
  await dialog.getByLabel('同时发一封测试邮件到').fill('ops@example.test');
  await dialog.getByRole('button', { name: '测试', exact: true }).click();
  await dialog.getByText('测试通过').waitFor();
  await expectAccessible(page);
  expect(await mailsTo('ops@example.test')).toMatchObject([{ subject: '发信测试', fromName: '拒付预警' }]);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('“主邮箱”已保存').waitFor();

  // One in front of it that nobody answers at.
  await button(page, '新增发信服务器').click();
  await dialog.getByLabel('名称', { exact: true }).fill('坏邮箱');
  await dialog.getByLabel('服务器地址').fill('127.0.0.1');
  await dialog.getByLabel('加密').selectOption('NONE');
  await dialog.getByLabel('端口').fill('9');
  await dialog.getByLabel('发件地址').fill('broken@example.test');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('“坏邮箱”已保存').waitFor();
  await button(page, '上移 坏邮箱').click();
  await page.getByRole('region', { name: '坏邮箱' }).getByText('第 1 顺位').waitFor();

  const merchant = await system.merchant();
  await system.client.call('POST', '/api/v1/merchant/reset-password', { body: { email: merchant.email } });
  await eventually(async () => (await mailsTo(merchant.email)).map(({ from }) => from)).toEqual([
    'alerts@example.test',
  ]);
  await page.reload();
  await page.getByRole('region', { name: '坏邮箱' }).getByText('最近出错').waitFor();
  await page
    .getByRole('region', { name: '坏邮箱' })
    .getByText(/ECONNREFUSED/)
    .waitFor();
  await page.getByRole('region', { name: '主邮箱' }).getByText('正常').waitFor();
  await expectAccessible(page);
  await page.getByRole('region', { name: '坏邮箱' }).getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await page.getByText('已删除').waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
  await configure({ mailPassword: null });
});
