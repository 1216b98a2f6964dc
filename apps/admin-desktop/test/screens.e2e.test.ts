import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildCard } from '@forewarn/core/testing';
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

function push(body: Record<string, unknown>): Promise<Response> {
  return fetch(`${system.sandbox?.http}/__control/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function open(path: string, options: { locale?: string; dark?: boolean } = {}) {
  const watched = await openPage(browser, options);
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: '李敏', roles: ['SYSTEM_ADMIN'] });
  await watched.page.goto(preview.url + path);
  await signIn(watched.page, admin.email, admin.password);
  return { ...watched, desktop, admin };
}

const go = (page: Page, path: string) => page.goto(preview.url + path);

test.each([
  { locale: 'zh-CN', dark: false },
  { locale: 'en-GB', dark: true },
])(
  'desktop: every page is accessible and without complaint in $locale (dark: $dark)',
  async (options) => {
    const merchant = await system.merchant();
    await buildCard(system.core.db, {
      merchantId: merchant.id,
      descriptor: `AXE ${options.locale}`,
      cardBin: '466601',
      status: 'REGISTERED',
    });
    await push({ alert: { descriptor: `AXE ${options.locale}`, cardBin: '466601' } });
    await push({ raw: `{"alertId":"AXE-${options.locale}","amount":"abc"}` });
    const { page, complaints, desktop } = await open('/alerts', options);
    await page.getByRole('link', { name: /SBX-/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /SBX-/ }).waitFor();
    await expectAccessible(page);
    const paths = [
      '/queue',
      '/alerts',
      '/deliveries',
      '/merchants',
      `/merchants/${merchant.id}`,
      '/credentials',
      '/keys',
      '/calls',
      '/audit',
      '/security',
      '/security-events',
      '/account',
    ];
    for (const path of paths) {
      await go(page, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await eventually(() => page.locator('[aria-busy=true]').count()).toBe(0);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(options.locale === 'zh-CN' ? 'zh-CN' : 'en');
    expect(complaints).toEqual([]);
    desktop.dispose();
  },
  150_000,
);

test('desktop: a delivery that couldn’t be read shows what came, redacted, and is processed again with a reason', async () => {
  await push({
    raw: '{"alertId":"UNREADABLE-7","descriptor":"X SHOP","amount":"abc","currency":"USD","alertTime":"2026-11-22T00:00:00Z","additionalInfo":{"cardholderName":"Zhang San"}}',
  });
  const { page, complaints, desktop } = await open('/deliveries');
  await page.getByRole('row').filter({ hasText: '金额' }).getByRole('link').first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('UNREADABLE-7').waitFor();
  expect(await drawer.textContent()).not.toContain('Zhang San');
  await drawer.getByRole('button', { name: '重新处理' }).click();
  await drawer.getByText('写入审计日志，2–500 字').first().waitFor();
  await drawer.getByLabel('理由').fill('服务商已修复');
  await drawer.getByRole('button', { name: '重新处理' }).click();
  await page.getByText('已排队，稍后即处理').waitFor();
  await go(page, '/audit?action=deliveries.replay');
  await page.getByRole('cell', { name: '重新处理推送' }).first().waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-224 A-225 A-226 A-228 desktop: a key is replaced with an overlap, never shown, and the connection tested', async () => {
  const { page, complaints, desktop } = await open('/credentials');
  const card = page.getByRole('region', { name: /WebhookSecret/ });
  await card.getByRole('button', { name: '更换' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新的值').fill('short');
  await dialog.getByRole('button', { name: '更换' }).click();
  await dialog.getByText('至少 8 个字符').first().waitFor();
  await dialog.getByLabel('新的值').fill('brand-new-webhook-secret');
  await dialog.getByLabel('旧值继续有效').selectOption('24');
  await dialog.getByRole('button', { name: '更换' }).click();
  await page.getByText('回调密钥 WebhookSecret已保存').waitFor();
  await card.getByText('仍有效的旧值').waitFor();
  expect(await page.content()).not.toContain('brand-new-webhook-secret');
  await page.getByRole('button', { name: '测试连接' }).click();
  await page.getByText(/连接正常，用时 \d+ 毫秒/).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('C-157 desktop: everything is re-sealed with the present key, and the page says how far it is', async () => {
  const { page, complaints, desktop } = await open('/keys');
  await page.getByText('demo', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: '用当前密钥重新加密' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '用当前密钥重新加密' }).click();
  await page.getByText(/所有数据都已使用当前密钥。 已于 .+ 完成，重新加密 0 项。/).waitFor();
  const row = page.getByRole('row').filter({ hasText: '接口凭据' });
  expect(await row.textContent()).toMatch(/demo · \d+100 %/);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-062 A-063 A-064 A-309 desktop: a merchant is found by the start of its name and shown with its cards; masked until asked', async () => {
  const merchant = await system.merchant({ companyName: '杭州云栖数码', contactPerson: '陈磊' });
  await buildCard(system.core.db, {
    merchantId: merchant.id,
    descriptor: 'YUNQI DIGITAL',
    cardBin: '466602',
    caid: 'CAID-9',
    status: 'REGISTERED',
  });
  const { page, complaints, desktop } = await open('/merchants');
  await page.getByRole('searchbox', { name: '搜索' }).fill('杭州');
  await page.getByRole('link', { name: /杭州云栖数码/ }).click();
  const see = async (texts: string[]) => {
    for (const text of texts) await page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
  };
  await see(['陈*', '从未登录', '正常']);
  for (const clear of ['陈磊', merchant.email]) expect(await page.content()).not.toContain(clear);
  await expectAccessible(page);
  await page.getByRole('button', { name: '显示 邮箱' }).click();
  await see(['陈磊', merchant.email]);
  await page.getByRole('button', { name: '隐藏 邮箱' }).click();
  await see(['陈*']);
  expect(await page.content()).not.toContain(merchant.email);
  await page.getByRole('tab', { name: '授权卡 1' }).click();
  await see(['YUNQI DIGITAL', '4666**', 'CAID-9', '已报备']);
  expect(await page.content()).not.toContain('466602');
  await page.getByRole('button', { name: '显示 发卡行 BIN YUNQI DIGITAL' }).click();
  await see(['466602']);
  await expectAccessible(page);
  await go(page, '/audit?action=sensitive.reveal');
  await eventually(() => page.getByRole('cell', { name: '查看敏感信息' }).count()).toBe(2);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-126 A-130 A-132 A-134 A-140 desktop: the list’s filters stand in the URL, survive a reload and can be cleared at once', async () => {
  await push({ alert: { descriptor: 'FILTER SHOP', cardBin: '466603', riskLevel: 'HIGH' } });
  await push({ alert: { descriptor: 'FILTER OTHER', cardBin: '466603', riskLevel: 'LOW' } });
  const { page, complaints, desktop } = await open('/alerts');
  await page.getByRole('searchbox', { name: '搜索' }).fill('FILTER');
  await page.waitForURL(/keyword=FILTER/);
  await page.getByLabel('风险等级').selectOption('HIGH');
  await page.getByRole('combobox', { name: '时间' }).selectOption('7d');
  const rows = page.getByRole('table', { name: '预警列表' }).getByRole('row');
  await eventually(() => rows.count()).toBe(2);
  await page.reload();
  await eventually(() => rows.count()).toBe(2);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    keyword: 'FILTER',
    riskLevel: 'HIGH',
    range: '7d',
  });
  await page.getByRole('button', { name: '清除 3 项筛选' }).click();
  await eventually(() => rows.count()).toBeGreaterThan(2);
  await go(page, '/alerts?page=banana&riskLevel=SEVERE&size=20');
  await eventually(() => rows.count()).toBeGreaterThan(2);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('desktop: the export follows the filters, staff’s own included, and is saved through the desktop', async () => {
  const merchant = await system.merchant({ companyName: 'Export Shop' });
  await buildCard(system.core.db, {
    merchantId: merchant.id,
    descriptor: 'EXPORT SHOP',
    cardBin: '466604',
    status: 'REGISTERED',
  });
  await push({ alert: { descriptor: 'EXPORT SHOP', cardBin: '466604' }, count: 3 });
  const { page, complaints, desktop } = await open(`/alerts?merchantId=${merchant.id}`);
  await eventually(() => page.getByRole('table', { name: '预警列表' }).getByRole('row').count()).toBe(4);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出预警' });
  await dialog.getByText('CSV', { exact: true }).click();
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await dialog.getByText(/已保存/).waitFor();
  const [[name, content] = ['', '']] = [...desktop.saved];
  expect(name).toMatch(/\.csv$/);
  expect(content.trim().split('\n')).toHaveLength(4);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('desktop: the menu and deep links lead to pages, and language changes at once', async () => {
  const { page, complaints, desktop } = await open('/queue');
  await page.getByRole('heading', { name: '待处理队列' }).waitFor();
  await desktop.tell('forewarn:event:navigate', { path: '/audit' });
  await page.getByRole('heading', { name: '审计日志' }).waitFor();
  await desktop.tell('forewarn:event:command', { name: 'search' });
  await eventually(() => page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '账户与设置' }).click();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('heading', { name: 'Audit log' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Audit log' }).waitFor();
  await desktop.tell('forewarn:event:command', { name: 'sign-out' });
  await page.getByRole('heading', { name: 'Sign in to administration' }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});
