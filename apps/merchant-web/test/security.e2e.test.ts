import { authenticator, startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, fillSignIn, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** Up to the shown recovery codes. */
async function turnOn(page: Page, password: string) {
  await page.getByRole('button', { name: /^(开启两步验证|Turn on two-step verification)$/ }).click();
  await page.locator('[name=password]').fill(password);
  await page.getByRole('button', { name: /^(继续|Continue)$/ }).click();
  await page.getByRole('img', { name: /二维码|QR code/ }).waitFor();
  await expectFit(page);
  const secret = await page.getByText(/^[A-Z2-7]{32}$/).innerText();
  const app = authenticator(secret);
  await page.locator('[name=code]').fill(app.code());
  await page.getByRole('button', { name: /^(确认并开启|Confirm and turn on)$/ }).click();
  await page.getByRole('group', { name: /保存恢复码|Keep your recovery codes/ }).waitFor();
  const codes = await page.getByText(/^([A-Z0-9]{4}-){3}[A-Z0-9]{4}$/).allInnerTexts();
  await expectFit(page);
  return { app, codes };
}

test('C-251 two-step verification: set up with an authenticator, sign in by code, by recovery code, turn off', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await openAs(page, system.url, '/security', merchant);
  const { app, codes } = await turnOn(page, merchant.password);
  expect(codes).toHaveLength(10);
  expect(await page.getByRole('button', { name: '完成' }).isDisabled()).toBe(true);
  await page.getByLabel('我已妥善保存这些恢复码').check();
  await page.getByRole('button', { name: '完成' }).click();
  await page.getByText('剩余 10 个恢复码').waitFor();

  const { page: phone } = await visit(browser, { phone: true, locale: 'en' });
  await phone.goto(`${system.url}/login`);
  await fillSignIn(phone, merchant.email, merchant.password);
  const code = phone.getByLabel('Code or recovery code');
  await code.waitFor();
  expect(await code.getAttribute('autocomplete')).toBe('one-time-code');
  await expectFit(phone);
  await code.fill('000000');
  await phone.getByRole('button', { name: 'Verify and sign in' }).click();
  await phone
    .getByRole('alert')
    .getByText(/The code is wrong/)
    .waitFor();
  await code.fill(app.code(1));
  await phone.getByRole('button', { name: 'Verify and sign in' }).click();
  await phone.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();

  const { page: laptop } = await visit(browser);
  await laptop.goto(`${system.url}/login`);
  await fillSignIn(laptop, merchant.email, merchant.password);
  await laptop.getByLabel('动态码或恢复码').fill(codes[0] ?? '');
  await laptop.getByRole('button', { name: '验证并登录' }).click();
  await laptop.getByRole('heading', { level: 1, name: '预警' }).waitFor();

  await page.reload();
  await page.getByText('剩余 9 个恢复码').waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
  await page.locator('[name=password]').fill('wrong');
  await page.locator('[name=code]').fill(codes[1] ?? '');
  await page.getByRole('button', { name: '关闭两步验证' }).click();
  await page.getByText(/当前密码不正确/).waitFor();
  await page.locator('[name=password]').fill(merchant.password);
  await page.getByRole('button', { name: '关闭两步验证' }).click();
  await page.getByText('未开启').waitFor();
  expect(complaints).toEqual([]);
});

test('C-155 sessions: another device is seen by its name and ended; it is signed out at once', async () => {
  const merchant = await system.merchant();
  const { page: lost } = await visit(browser, { phone: true });
  await openAs(lost, system.url, '/alerts', merchant);
  const { page, complaints } = await visit(browser, { locale: 'en', dark: true });
  await openAs(page, system.url, '/security', merchant);
  await page.getByText('This one').waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: /End the session of Chrome/ }).click();
  await page.getByText('You are signed in nowhere else.').waitFor();
  await lost.reload();
  await lost.getByRole('button', { name: '登录', exact: true }).waitFor();
  const { page: again } = await visit(browser);
  await openAs(again, system.url, '/alerts', merchant);
  await page.reload();
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
  await page.getByText('You are signed in nowhere else.').waitFor();
  expect(complaints).toEqual([]);
});

test('A-349 whoever signed in here before gets in while strangers are locked out', async () => {
  const merchant = await system.merchant();
  const { page } = await visit(browser);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByRole('button', { name: '账户与设置' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  for (let i = 0; i < 3; i++)
    await system.client.call('POST', '/api/v1/auth/login', { body: { account: merchant.email, password: 'guess' } });
  const { page: stranger } = await visit(browser);
  await stranger.goto(`${system.url}/login`);
  await fillSignIn(stranger, merchant.email, merchant.password);
  await stranger.getByRole('alert').waitFor();
  await fillSignIn(page, merchant.email, merchant.password);
  await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
});
