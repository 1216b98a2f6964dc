import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Device, expectFit, launch, openAs, type Visit, visit } from './browser.ts';
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

describe.each(DEVICES)('fits and is accessible: %s', (_, device) => {
  let reader: Visit;
  let descriptor: string;
  let open: number;
  let settled: number;

  beforeAll(async () => {
    reader = await visit(browser, device);
    const merchant = await merchantWithCard(system);
    const { push } = network(system);
    descriptor = merchant.descriptor;
    const ids = [
      await push({ descriptor, amount: 123_456_789.12, riskLevel: 'HIGH' }, 23.5),
      await push({ descriptor, alertType: 'RDR' }, 2),
    ];
    [open = 0, settled = 0] = await Promise.all(ids.map((id) => numberOf(system, merchant, id)));
    await openAs(reader.page, system.url, '/alerts', merchant);
  });

  async function goTo(path: string): Promise<Page> {
    await reader.page.goto(system.url + path);
    return reader.page;
  }

  test('the alert list', async () => {
    const page = await goTo('/alerts?view=all');
    await page.getByText(descriptor).first().waitFor();
    await expectFit(page);
  });

  test('the answer form with something wrong in it, and its confirmation', async () => {
    const page = await goTo(`/alerts/${open}`);
    await page.locator('[data-action=REFUND]').click();
    const reason = page.locator('[name=reason]');
    await reason.fill('x');
    await reason.blur();
    await page.locator('[name=reason][aria-invalid=true]').waitFor();
    await expectFit(page);
    await reason.fill('refunded');
    await page.locator('[name=refundAmount]').fill('5');
    await page.locator('#answer button[type=submit]:visible').click();
    await page.getByRole('dialog').waitFor();
    await expectFit(page);
  });

  test('an alert that needs no answer', async () => {
    const page = await goTo(`/alerts/${settled}`);
    await page.getByText(/卡组织已自动退款|Refunded by the card network/).waitFor();
    await expectFit(page);
  });

  test('the cards and their form', async () => {
    const page = await goTo('/cards');
    await page.getByText(descriptor).first().waitFor();
    await expectFit(page);
    await page.getByRole('button', { name: /新增授权卡|Add a card/ }).click();
    await page.locator('[name=descriptor]').fill('<');
    await expectFit(page);
  });

  test('a page that isn’t there', async () => {
    const page = await goTo('/no-such-page');
    await page.getByRole('heading', { name: /没有这个页面|There is no such page/ }).waitFor();
    await expectFit(page);
  });

  test('the sign-in', async () => {
    const { page } = await visit(browser, device);
    await page.goto(`${system.url}/login`);
    await page.locator('[name=account]').waitFor();
    await expectFit(page);
  });

  afterAll(() => {
    expect(reader.complaints).toEqual([]);
  });
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
