import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

let system: TestSystem;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem();
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
});

async function open(options: { server?: string | null; backend?: string } = {}) {
  const { page, complaints } = await openPage(browser);
  const desktop = await attachDesktop(
    page,
    options.server === undefined ? system.url : options.server,
    options.backend,
  );
  await page.goto(preview.url);
  return { page, complaints, desktop };
}

test('desktop: the first start asks for the server, says what is wrong with an address, and uses one that answers', async () => {
  const { page, complaints, desktop } = await open({ server: null });
  const address = page.getByLabel('服务器地址');
  const use = page.getByRole('button', { name: '检查并使用' });
  await address.fill('http://forewarn.example');
  await use.click();
  await page.getByText('http 仅限本机').waitFor();
  await address.fill('http://127.0.0.1:1');
  await use.click();
  await page.getByText('连不上该地址').waitFor();
  await address.fill(preview.url);
  await use.click();
  await page.getByText(/已连接/).waitFor();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-032 desktop: a wrong password is answered in words, the right one leads in, and a reload keeps the sign-in', async () => {
  const { page, complaints, desktop } = await open();
  const admin = await system.staff({ name: '赵强' });
  await signIn(page, admin.email, 'wrong');
  await page.getByText('账号或密码不正确').waitFor();
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { name: '待处理队列' }).waitFor();
  await page.goto(`${preview.url}/merchants`);
  await page.getByRole('heading', { name: '商户', exact: true }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('desktop: signing out forgets the session here and ends it on the server', async () => {
  const { page, desktop } = await open();
  const admin = await system.staff();
  await signIn(page, admin.email, admin.password);
  await page.getByRole('button', { name: '账户与设置' }).click();
  const [ended] = await Promise.all([
    page.waitForResponse('**/api/v1/auth/logout'),
    page.getByRole('menuitem', { name: '退出登录' }).click(),
  ]);
  expect(ended.status()).toBe(200);
  await page.getByRole('heading', { name: '登录管理端' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '登录管理端' }).waitFor();
  desktop.dispose();
});

test('desktop: a link to a page survives signing in', async () => {
  const { page, desktop } = await open();
  const admin = await system.staff();
  await page.goto(`${preview.url}/merchants?keyword=abc`);
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { name: '商户', exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('keyword')).toBe('abc');
  desktop.dispose();
});

test.each<['PLATFORM_ADMIN' | 'SYSTEM_ADMIN' | 'SALES', string[]]>([
  [
    'PLATFORM_ADMIN',
    ['待处理队列', '全部预警', '未报备描述符', '描述符别名', '商户', '报备异常', '邮件', '推送记录', '接口调用'],
  ],
  [
    'SYSTEM_ADMIN',
    [
      ...['待处理队列', '全部预警', '未报备描述符', '描述符别名', '商户', '报备异常'],
      ...['邮件', '推送记录', '接口调用', '接口凭据', '邮件模板', '发信服务器'],
      ...['平台人员', '角色与权限'],
      ...['安全事件', '审计日志', '地址白名单', '数据密钥'],
    ],
  ],
  ['SALES', []],
])('A-030 desktop: a %s sees the pages of that role, and no others open', async (role, places) => {
  const { page, desktop } = await open();
  const person = await system.staff({ roles: [role] });
  await signIn(page, person.email, person.password);
  const nav = page.getByRole('navigation', { name: '主导航' });
  await nav.waitFor({ state: 'attached' });
  expect(await nav.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('title')))).toEqual(
    places,
  );
  if (!places.includes('接口凭据')) {
    await page.goto(`${preview.url}/credentials`);
    await page.getByText('您没有查看此页的权限').waitFor();
  }
  desktop.dispose();
});

test('desktop: without a real keychain the page says that the sign-in is not kept', async () => {
  const { page, desktop } = await open({ backend: 'basic_text' });
  await page.getByText('此电脑没有可用的系统钥匙串').waitFor();
  desktop.dispose();
});

test('desktop: in an ordinary browser the preview says so, keeps nothing, and obeys the policy', async () => {
  const { page, complaints } = await openPage(browser, { locale: 'en-GB', dark: true });
  const answer = await page.goto(preview.url);
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  await page.getByText('Browser preview').waitFor();
  const admin = await system.staff();
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { name: 'Work queue' }).waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/[\w-]{30,}/);
  expect(await page.context().cookies()).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in to administration' }).waitFor();
  expect(complaints).toEqual([]);
});

test('desktop: while the server is away a kept sign-in waits and goes on by itself on the next try', async () => {
  const { page, desktop } = await open();
  const admin = await system.staff();
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { name: '待处理队列' }).waitFor();
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await page.getByText('您的登录仍保留').waitFor();
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('heading', { name: '待处理队列' }).waitFor();
  desktop.dispose();
});
