import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillSignIn, launch, listen, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('A-032 A-038 a link from a mail leads to the sign-in and, once signed in, to its page', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await page.goto(`${system.url}/cards?page=1`);
  await page.getByText('登录后将打开您要看的页面').waitFor();
  expect(await page.locator('[name=account]').getAttribute('autocomplete')).toBe('username');
  expect(await page.locator('[name=password]').getAttribute('autocomplete')).toBe('current-password');
  await page.getByLabel('30 天内保持登录').check();
  await fillSignIn(page, merchant.email, merchant.password);
  await page.getByRole('heading', { level: 1, name: '授权卡' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/cards');
  const kept = (await page.context().cookies()).find(({ httpOnly }) => httpOnly);
  const days = ((kept?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(Math.round(days)).toBe(30);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/eyJ|token/i);
  expect(complaints).toEqual([]);
});

test('A-032 what is missing or wrong is said in place, and what was typed stays', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await system.merchant();
  await page.goto(`${system.url}/login`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Enter your e-mail address or phone number').waitFor();
  await page.getByText('Enter your password').waitFor();
  await fillSignIn(page, merchant.email, 'wrong');
  await page
    .getByRole('alert')
    .getByText(/The account or password is wrong/)
    .waitFor();
  expect(await page.locator('[name=account]').inputValue()).toBe(merchant.email);
  await fillSignIn(page, merchant.email, merchant.password);
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
  expect(complaints).toEqual([]);
});

test.each(['//evil.example/x', 'https://evil.example', '/\\evil.example'])(
  'a sign-in never leads off this site: next=%s',
  async (next) => {
    const { page } = await visit(browser);
    const merchant = await system.merchant();
    await page.goto(`${system.url}/login?next=${encodeURIComponent(next)}`);
    await fillSignIn(page, merchant.email, merchant.password);
    await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
    expect(new URL(page.url()).origin).toBe(system.url);
  },
);

test('language and appearance are chosen once and stay', async () => {
  const { page } = await visit(browser);
  const merchant = await system.merchant();
  await page.goto(`${system.url}/login`);
  await page.getByRole('button', { name: 'English' }).click();
  await openAs(page, system.url, '/alerts', merchant);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test('two tabs that reload at once both stay signed in, and signing out in one signs out the other', async () => {
  const { page: first, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await openAs(first, system.url, '/alerts', merchant);
  const second = await first.context().newPage();
  const others = listen(second);
  await second.goto(`${system.url}/cards`);
  await second.getByRole('heading', { level: 1, name: '授权卡' }).waitFor();
  for (let round = 0; round < 3; round++) {
    await Promise.all([first.reload(), second.reload()]);
    await Promise.all([first, second].map((page) => page.getByRole('main').locator('h1').waitFor()));
    expect([first, second].map((page) => new URL(page.url()).pathname)).toEqual(['/alerts', '/cards']);
  }
  await first.getByRole('button', { name: '账户与设置' }).click();
  await first.getByRole('menuitem', { name: '退出登录' }).click();
  await Promise.all([first, second].map((page) => page.getByRole('button', { name: '登录', exact: true }).waitFor()));
  await second.reload();
  await second.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect([...complaints, ...others]).toEqual([]);
});

test('an access token that the server no longer takes is renewed once, unseen', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await openAs(page, system.url, '/alerts', merchant);
  let refused = 0;
  await page.route('**/api/trpc/cards.list**', async (route) => {
    if (refused++ > 0) return route.continue();
    return route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer expired' } });
  });
  const renewed = page.waitForResponse('**/api/v1/auth/refresh');
  await page.getByRole('link', { name: '授权卡' }).first().click();
  expect((await renewed).status()).toBe(200);
  await page.getByRole('heading', { name: '登记第一张授权卡' }).waitFor();
  expect(refused).toBe(2);
  expect(complaints).toEqual([]);
});
