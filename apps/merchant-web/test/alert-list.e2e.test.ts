import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openAs, visit } from './browser.ts';
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

/** The alert ids in the order shown. */
const shown = (page: Page) => page.locator('tbody tr td:nth-child(3) > div > span').allTextContents();

test('A-127 the list opens on what needs an answer, soonest deadline first, and the title counts it', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await merchantWithCard(system);
  const { descriptor } = merchant;
  const { push } = network(system);
  const calm = await push({ descriptor, amount: 30 }, 2);
  const urgent = await push({ descriptor, amount: 10 }, 23.5);
  const soon = await push({ descriptor, amount: 20, currency: 'JPY' }, 21);
  const settled = await push({ descriptor, alertType: 'RDR' }, 22);
  await numberOf(system, merchant, settled);
  await openAs(page, system.url, '/', merchant);
  await page.getByText(calm).waitFor();
  expect(await shown(page)).toEqual([urgent, soon, calm]);
  expect(new URL(page.url()).search).toBe('');
  await page.waitForFunction(() => document.title.startsWith('(3) '));
  expect(await page.getByRole('row', { name: urgent }).textContent()).toMatch(/剩 29 分 \d\d 秒/);
  expect(await page.getByRole('row', { name: soon }).textContent()).toContain('JPY\u00a020');
  await page.getByRole('link', { name: '全部', exact: true }).click();
  await page.getByText(settled).waitFor();
  expect(await page.getByRole('row', { name: settled }).textContent()).toContain('无需处理');
  expect(complaints).toEqual([]);
});

test('a new alert comes in by itself and is marked; under the pointer nothing moves until the reader asks', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await merchantWithCard(system);
  const { push } = network(system);
  const first = await push({ descriptor: merchant.descriptor }, 5);
  await numberOf(system, merchant, first);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByText(first).waitFor();

  const second = await push({ descriptor: merchant.descriptor }, 10);
  await page.getByText(second).waitFor();
  expect(await shown(page)).toEqual([second, first]);
  expect(await page.getByRole('row', { name: second }).getAttribute('class')).toMatch(/marked/);
  expect(await page.getByRole('row', { name: first }).getAttribute('class')).not.toMatch(/marked/);

  await page.getByText(first).hover();
  const third = await push({ descriptor: merchant.descriptor }, 15);
  await page.getByRole('button', { name: '有 1 条新预警，点击显示' }).waitFor();
  expect(await shown(page)).toEqual([second, first]);
  await page.getByRole('button', { name: '有 1 条新预警，点击显示' }).click();
  await page.getByText(third).waitFor();
  expect(await shown(page)).toEqual([third, second, first]);
  expect(complaints).toEqual([]);
});

test('A-134 filters, sorting and page live in the address and survive a reload', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await merchantWithCard(system);
  const { descriptor } = merchant;
  const { push } = network(system);
  const cheap = await push({ descriptor, amount: 5, riskLevel: 'LOW', transactionId: 'TXN-cheap' }, 1);
  const dear = await push({ descriptor, amount: 500, riskLevel: 'HIGH', transactionId: 'TXN-dear' }, 3);
  const middle = await push({ descriptor, amount: 50, riskLevel: 'HIGH', transactionId: 'TXN-middle' }, 2);
  for (const alert of [cheap, dear, middle]) await numberOf(system, merchant, alert);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByText(cheap).waitFor();

  await page.getByLabel('Risk', { exact: true }).selectOption('HIGH');
  await page.getByText(cheap).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Amount' }).click();
  await page.waitForURL(/sort=amount/);
  await page.getByLabel('Max. amount').fill('400');
  await page.getByText(dear).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?risk=HIGH&sort=amount&order=asc&max=400');
  await page.reload();
  await page.getByText(middle).waitFor();
  expect(await shown(page)).toEqual([middle]);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText(dear).waitFor();
  expect(await shown(page)).toEqual([cheap, middle, dear]);
  await page.getByRole('searchbox').fill('TXN-mid');
  await page.getByText(dear).waitFor({ state: 'detached' });
  expect(await shown(page)).toEqual([middle]);
  await page.getByRole('searchbox').fill('nothing like this');
  await page.getByRole('heading', { name: 'No alert fits these filters' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the list works by keyboard, and going back finds it as it was left', async () => {
  const { page } = await visit(browser);
  const merchant = await merchantWithCard(system);
  const alert = await network(system).push({ descriptor: merchant.descriptor });
  await numberOf(system, merchant, alert);
  await openAs(page, system.url, '/alerts?view=all', merchant);
  const link = page.getByRole('link', { name: `查看预警 ${merchant.descriptor}` });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '选择处理方式' }).waitFor();
  await page.getByRole('link', { name: '返回预警列表' }).click();
  await link.waitFor();
  expect(new URL(page.url()).search).toBe('?view=all');
});

test('without alerts the list says what will happen here; without a network it says so and recovers', async () => {
  const { page } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByRole('heading', { name: '没有需要处理的预警' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '已忽略' }).click();
  await page.getByRole('heading', { name: '网络已断开' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: '这里还没有内容' }).waitFor();
});
