import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectFit, expectRoomForFingers, launch, openAs, visit } from './browser.ts';
import { merchantWithCard, network, numberOf } from './network.ts';

let system: TestSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** Every page of the navigation and menu: its path, what it asks for first, and what a new merchant reads there. */
const PAGES: [path: string, asks: string, first: RegExp][] = [
  ['/alerts', 'alerts.list', /还没有收到预警/],
  ['/cards', 'cards.list', /登记第一张授权卡/],
  ['/cards/import', 'cards.imports.list', /导入/],
  ['/rules', 'rules.list', /还没有规则/],
  ['/inbox', 'inbox.list', /还没有消息|没有消息/],
  ['/colleagues', 'colleagues.list', /邀请同事/],
  ['/notifications', 'notifications.settings', /保存/],
  ['/profile', 'profile.get', /公司/],
  ['/security', 'auth.security', /两步验证/],
];

describe('A-330 loading, failed and empty: each says so, and the way on is a button', () => {
  test.each(PAGES)('A-330 %s', async (path, asks, first) => {
    const { page } = await visit(browser, { phone: true });
    await openAs(page, system.url, '/alerts', await system.merchant());
    const main = page.getByRole('main');
    const question = (url: URL) => new RegExp(`/api/trpc/(.*,)?${asks}(,|$)`).test(url.pathname);

    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(question, async (route) => {
      await held;
      await route.abort('connectionrefused').catch(() => undefined);
    });
    await page.goto(system.url + path);
    await main.locator('[aria-busy=true]').first().waitFor();
    await expectFit(page);

    letGo();
    const failed = main.getByRole('alert').first();
    await failed.waitFor({ timeout: 30_000 });
    expect(await failed.textContent()).toMatch(/连不上服务器.*请稍后重试/);
    await expectFit(page);

    await page.unroute(question);
    await failed.getByRole('button', { name: '重试' }).click();
    await main.getByText(first).first().waitFor();
    await expect.poll(() => main.locator('[aria-busy=true]').count()).toBe(0);
    await expectFit(page);
  });
});

test('A-331 each kind of alerts says what belongs there, each answer what follows from it', async () => {
  const { page } = await visit(browser);
  const merchant = await merchantWithCard(system);
  const alertId = await network(system).push({ descriptor: merchant.descriptor }, 2);
  const id = await numberOf(system, merchant, alertId);
  await openAs(page, system.url, '/alerts', merchant);
  const said = new Set<string>();
  for (const view of ['mine', 'waiting', 'missed', 'refused', 'processed', 'ignored']) {
    await page.goto(`${system.url}/alerts?view=${view}`);
    const empty = page.getByRole('main').locator('h2').locator('..');
    await empty.getByRole('button', { name: '查看全部预警' }).waitFor();
    said.add((await empty.textContent()) ?? '');
  }
  expect(said.size, 'no two say the same').toBe(6);
  for (const words of said) expect(words.length).toBeGreaterThan(25);

  await page.goto(`${system.url}/alerts/${id}`);
  await page.getByText('需要您处理').waitFor();
  await page.getByRole('button', { name: '这条预警不成立，因为…' }).click();
  const choices = page.getByRole('radio');
  await expect.poll(() => choices.count()).toBe(10);
  const follows = await choices.allTextContents();
  expect(new Set(follows).size).toBe(10);
  for (const words of follows) expect(words).toMatch(/预警服务方|拒付/);
  await page.getByText('对方收到后不能更改或撤回').first().waitFor();

  await page.getByRole('radio', { name: /忽略预警/ }).click();
  await page.getByLabel(/处理说明/).fill('金额很小');
  await page.getByRole('button', { name: '下一步：核对并提交' }).click();
  const dialog = page.getByRole('dialog', { name: '确认提交？' });
  expect(await dialog.textContent()).toMatch(/忽略预警.*持卡人很可能继续拒付.*不能更改或撤回/s);
});

/** Tab, until what has the focus is called that. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const called = await focused.evaluate((one) => {
      const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])].map((l) => l.textContent) : [];
      return [one.ariaLabel, ...labels, one.textContent].join(' ');
    });
    if (name.test(called)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

test('A-331 from the list to the receipt by keyboard alone', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await merchantWithCard(system);
  const alertId = await network(system).push({ descriptor: merchant.descriptor }, 2);
  await numberOf(system, merchant, alertId);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByText(alertId).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Choose an answer' }).waitFor();
  await tabTo(page, /Confirm transaction/);
  await page.keyboard.press('Space');
  await tabTo(page, /^\s*Reason/);
  await page.keyboard.type('signed for by the cardholder');
  await tabTo(page, /Next: check and submit/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Submit this answer?' }).waitFor();
  await tabTo(page, /Submit: Confirm transaction/);
  await page.keyboard.press('Enter');
  await page.getByText('The alert network has accepted the answer.').waitFor();
  await tabTo(page, /Show delivery and hashes/);
  await page.keyboard.press('Enter');
  await page.getByText('SHA-256 of what was sent').waitFor();
  expect(complaints).toEqual([]);
});

test('A-153 under a finger everything is 44 px high: list, filters, views, alert, batch and rules', async () => {
  const { page } = await visit(browser, { phone: true });
  const merchant = await merchantWithCard(system);
  const { push } = network(system);
  const alertId = await push({ descriptor: merchant.descriptor, reasonCode: '10.4', arn: '7'.repeat(23) }, 3);
  const id = await numberOf(system, merchant, alertId);
  await openAs(page, system.url, '/alerts?risk=MEDIUM&view=all', merchant);
  await page.getByRole('button', { name: '筛选（1）' }).waitFor();
  await expectRoomForFingers(page);
  await page.getByRole('button', { name: '筛选（1）' }).click();
  await page.getByRole('dialog', { name: '筛选' }).waitFor();
  await expectRoomForFingers(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '视图', exact: true }).click();
  const views = page.getByRole('dialog', { name: '视图' });
  await views.getByRole('textbox').fill('大额');
  await views.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await views.getByRole('button', { name: '删除 大额' }).click();
  await views.getByRole('button', { name: '确定删除 大额' }).waitFor();
  await expectRoomForFingers(page);
  await expectFit(page);

  await page.goto(`${system.url}/alerts/${id}`);
  await page.getByRole('radio', { name: /申请退款/ }).click();
  await page.getByLabel(/处理说明/).waitFor();
  await page.getByRole('heading', { name: '相关预警' }).waitFor();
  await expectRoomForFingers(page);

  await page.goto(`${system.url}/rules`);
  await page.getByRole('button', { name: '新建规则' }).click();
  await page.getByRole('dialog', { name: '新建规则' }).waitFor();
  await expectRoomForFingers(page);
});
