import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Device, expectFit, launch, openAs, visit } from './browser.ts';
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

const DEVICES: [string, Device][] = [
  ['Chinese, light, wide', {}],
  ['English, dark, 375 px', { locale: 'en', dark: true, phone: true }],
];

test.each(DEVICES)('every page fits and is accessible: %s', async (_, device) => {
  const { page, complaints } = await visit(browser, device);
  const merchant = await merchantWithCard(system);
  const { descriptor } = merchant;
  const { push } = network(system);
  const open = await push({ descriptor, amount: 123_456_789.12, riskLevel: 'HIGH' }, 23.5);
  const settled = await push({ descriptor, alertType: 'RDR' }, 2);
  const [openId, settledId] = [await numberOf(system, merchant, open), await numberOf(system, merchant, settled)];

  await page.goto(`${system.url}/login`);
  await page.locator('[name=account]').waitFor();
  await expectFit(page);
  await openAs(page, system.url, '/alerts?view=all', merchant);
  await page.getByText(descriptor).first().waitFor();
  await expectFit(page);
  await page.goto(`${system.url}/alerts/${openId}`);
  await page.locator('[data-action=REFUND]').click();
  await page.locator('[name=reason]').fill('x');
  await page.locator('[name=reason]').blur();
  await expectFit(page);
  await page.locator('[name=reason]').fill('refunded');
  await page.locator('[name=refundAmount]').fill('5');
  await page.locator('button[type=submit]:visible').click();
  await page.getByRole('dialog').waitFor();
  await expectFit(page);
  await page.goto(`${system.url}/alerts/${settledId}`);
  await page.getByText(/卡组织已自动退款|Refunded by the card network/).waitFor();
  await expectFit(page);
  await page.goto(`${system.url}/cards`);
  await page.getByText(descriptor).waitFor();
  await expectFit(page);
  await page
    .getByRole('button', { name: /新增授权卡|Add a card/ })
    .first()
    .click();
  await page.locator('[name=descriptor]').fill('<');
  await expectFit(page);
  await page.goto(`${system.url}/no-such-page`);
  await page.getByRole('heading', { name: /没有这个页面|There is no such page/ }).waitFor();
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('the pages load no script but their own files and break no rule of the content policy', async () => {
  const { page, complaints } = await visit(browser);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(system.url)) foreign.push(request.url());
  });
  const merchant = await system.merchant();
  await openAs(page, system.url, '/alerts', merchant);
  expect(await page.locator('script:not([src])').count()).toBe(0);
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
