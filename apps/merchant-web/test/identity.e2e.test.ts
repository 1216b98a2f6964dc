import { authenticator, startTestSystem, TEST_PASSWORD, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('C-251 A-044 with two-step verification a new password and a new address ask for a code, without it they don’t', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  await openAs(page, system.url, '/profile', merchant);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByLabel('当前密码').waitFor();
  expect(await page.getByLabel('动态码').count()).toBe(0);

  const token = await merchant.token();
  const start = await system.client.call<{ secret: string }>('POST', '/api/v1/auth/totp/start', {
    token,
    body: { password: TEST_PASSWORD },
  });
  const app = authenticator(start.body.data.secret);
  await system.client.call('POST', '/api/v1/auth/totp/confirm', { token, body: { code: app.code() } });

  await page.reload();
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByLabel('当前密码').fill(TEST_PASSWORD);
  await page.locator('[name=newPassword]').fill('Another-horse-8');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByText('请填写此项').waitFor();
  await expectFit(page);
  await page.getByLabel('动态码').fill(app.code(1));
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByText('密码已更改').waitFor();
  await page.getByRole('button', { name: '更换邮箱' }).click();
  await page.getByLabel('动态码').waitFor();
  await expectFit(page);
  expect(complaints).toEqual([]);
});
