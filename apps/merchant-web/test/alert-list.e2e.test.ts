import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';
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
const shown = (page: Page) => page.locator('tbody tr [data-row-link] + span').allTextContents();

test('A-126 A-127 the list opens on what needs an answer, the most urgent first; title and tabs count it', async () => {
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
  await page.getByRole('link', { name: /^待处理 3$/ }).waitFor();
  await page.getByRole('link', { name: /^全部 4$/ }).click();
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

test('A-132 A-133 A-136 A-140 filters, sorting and page live in the address and survive a reload', async () => {
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

  await page.getByRole('button', { name: 'Filter' }).click();
  const filters = page.getByRole('dialog', { name: 'Filter' });
  await filters.getByLabel('Risk', { exact: true }).selectOption('HIGH');
  await page.getByText(cheap).waitFor({ state: 'detached' });
  await filters.getByRole('button', { name: 'Show 2' }).click();
  await filters.waitFor({ state: 'detached' });
  await page.getByRole('columnheader', { name: 'Amount' }).getByRole('button').click();
  await page.waitForURL(/sort=amount/);
  await page.getByRole('button', { name: 'Filter (1)' }).click();
  await filters.getByLabel('Max. amount').fill('400');
  await page.getByText(dear).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({ risk: 'HIGH', sort: 'amount', order: 'asc', max: '400' });
  await page.reload();
  await page.getByText(middle).waitFor();
  expect(await shown(page)).toEqual([middle]);

  await page.getByRole('button', { name: 'Remove filter Amount ≤ 400' }).click();
  await page.getByText(dear).waitFor();
  expect(await shown(page)).toEqual([middle, dear]);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText(cheap).waitFor();
  expect(await shown(page)).toEqual([cheap, middle, dear]);
  await page.getByRole('searchbox').fill('TXN-mid');
  await page.getByText(dear).waitFor({ state: 'detached' });
  expect(await shown(page)).toEqual([middle]);
  await page.getByRole('searchbox').fill('nothing like this');
  await page.getByRole('heading', { name: 'No alert fits these filters' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the list works by keyboard: move, choose, open; going back finds the same row', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await merchantWithCard(system);
  const { descriptor } = merchant;
  const { push } = network(system);
  const alerts = [await push({ descriptor }, 20), await push({ descriptor }, 10), await push({ descriptor }, 1)];
  for (const alert of alerts) await numberOf(system, merchant, alert);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByText(alerts[2] ?? '').waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.closest('[data-row]')?.textContent ?? '');

  await page.keyboard.press('j');
  expect(await focused()).toContain(alerts[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain(alerts[2]);
  await page.keyboard.press('Shift+X');
  for (const [index, chosen] of [false, true, true].entries()) {
    const box = page.getByRole('checkbox', { name: `Select alert ${alerts[index]}` });
    expect(await box.isChecked()).toBe(chosen);
  }
  expect(await page.locator('tbody [tabindex="0"]').count()).toBe(2);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);

  await page.keyboard.press('/');
  await page.keyboard.type('jx?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jx?');
  await page.getByRole('searchbox').fill('');
  await page.waitForURL((url) => !url.searchParams.has('q'));
  await page.getByText(alerts[1] ?? '').waitFor();
  await page.getByRole('heading', { name: 'Alerts' }).click();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page
    .getByRole('row', { name: alerts[1] ?? '' })
    .getByRole('link')
    .focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/alerts\/\d+/);
  await page.goBack();
  await page.getByText(alerts[1] ?? '').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[data-row]'));
  expect(await focused()).toContain(alerts[1]);
  expect(complaints).toEqual([]);
});

test('A-139 filters are saved as a view, opened from its tab, changed, made the first page and deleted', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await merchantWithCard(system);
  const { descriptor } = merchant;
  const { push } = network(system);
  const dear = await push({ descriptor, amount: 900, riskLevel: 'HIGH' });
  const cheap = await push({ descriptor, amount: 9, riskLevel: 'LOW' });
  for (const alert of [dear, cheap]) await numberOf(system, merchant, alert);
  await openAs(page, system.url, '/alerts?view=all&risk=HIGH', merchant);
  await page.getByText(dear).waitFor();
  const menu = page.getByRole('dialog', { name: 'Views' });
  const openMenu = () => page.getByRole('button', { name: 'Views' }).click();

  await openMenu();
  await menu.getByLabel('Name of the view').fill('Risky ones');
  await menu.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/saved=\d+/);
  await menu.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^To answer/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('saved'));
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText(cheap).waitFor();
  await page.getByRole('link', { name: 'Risky ones' }).click();
  await page.getByText(cheap).waitFor({ state: 'detached' });
  expect(await shown(page)).toEqual([dear]);

  await page.getByRole('searchbox').fill('SHOP-that-is-not');
  await page.getByRole('link', { name: 'Risky ones (changed)' }).waitFor();
  await openMenu();
  await menu.getByRole('button', { name: 'Open Risky ones first after sign-in' }).click();
  await menu.getByRole('button', { name: 'No longer open Risky ones first' }).waitFor();
  await page.goto(`${system.url}/`);
  await page.waitForURL(/risk=HIGH/);
  await page.getByText(dear).waitFor();

  await openMenu();
  await menu.getByRole('button', { name: 'Delete Risky ones' }).click();
  await menu.getByRole('button', { name: 'Really delete Risky ones' }).click();
  await menu.getByText('No saved views yet.', { exact: false }).waitFor();
  expect(complaints).toEqual([]);
});

test('A-126 A-127 A-128 A-129 columns are chosen, remembered on the device, and part of a view', async () => {
  const { page } = await visit(browser, { locale: 'en' });
  const merchant = await merchantWithCard(system);
  const alert = await network(system).push({ descriptor: merchant.descriptor, transactionId: 'TXN-77' });
  await numberOf(system, merchant, alert);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByText(alert).waitFor();
  const heads = () => page.getByRole('columnheader').allTextContents();
  for (const name of ['Answer by', 'Amount', 'Transaction', 'Card', 'Risk', 'Status', 'Alert time']) {
    expect(await heads()).toContain(name);
  }
  expect(await page.getByRole('row', { name: alert }).textContent()).toContain('TXN-77');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('checkbox', { name: 'Assigned to' }).check();
  await page.getByRole('checkbox', { name: 'Risk' }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByText(alert).waitFor();
  expect(await heads()).toContain('Assigned to');
  expect(await heads()).not.toContain('Risk');
  await page.goto(`${system.url}/alerts?cols=alertId,processTime`);
  await page.getByText(alert).waitFor();
  expect(await heads()).toEqual(['', 'Descriptor', 'Alert ID', 'Answered at']);
});

test('A-153 on a phone: cards with one tap to answer, filters in a sheet, choosing, nothing wider than 375 px', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await merchantWithCard(system);
  const { descriptor } = merchant;
  const alert = await network(system).push({ descriptor, amount: 129, riskLevel: 'HIGH' }, 23);
  const id = await numberOf(system, merchant, alert);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByText('USD\u00a0129.00').waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '筛选' }).click();
  const sheet = page.getByRole('dialog', { name: '筛选' });
  await sheet.getByLabel('风险等级').selectOption('LOW');
  await sheet.getByRole('button', { name: '显示 0 条' }).waitFor();
  await expectFit(page);
  await sheet.getByRole('button', { name: '清除筛选' }).click();
  await sheet.getByRole('button', { name: '显示 1 条' }).click();
  await sheet.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '选择' }).click();
  await page.getByRole('checkbox', { name: `选择预警 ${alert}` }).check();
  await page.getByRole('region').getByText('已选').waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '完成选择' }).click();
  await page.getByRole('link', { name: `处理预警 ${descriptor}` }).click();
  await page.waitForURL(new RegExp(`/alerts/${id}`));
  expect(complaints).toEqual([]);
});

test('without alerts the list says what will happen here; without a network it says so and recovers', async () => {
  const { page } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByRole('heading', { name: '还没有收到预警' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '已忽略' }).click();
  await page.getByRole('heading', { name: '网络已断开' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: '还没有收到预警' }).waitFor();
});
