import { authenticator, startTestSystem, TEST_PASSWORD, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launch, openPage, signIn } from './browser.ts';
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

async function open(path: string) {
  const watched = await openPage(browser);
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: '赵强', roles: ['SYSTEM_ADMIN'] });
  await watched.page.goto(preview.url + path);
  await signIn(watched.page, admin.email, admin.password);
  return { ...watched, desktop, admin };
}

test('C-155 C-251 desktop: a merchant’s person is signed out everywhere and loses a second factor, with a reason', async () => {
  const merchant = await system.merchant({ companyName: '云帆贸易', contactPerson: '张三' });
  const token = await merchant.token();
  const start = await system.client.call<{ secret: string }>('POST', '/api/v1/auth/totp/start', {
    token,
    body: { password: TEST_PASSWORD },
  });
  const code = authenticator(start.body.data.secret).code();
  await system.client.call('POST', '/api/v1/auth/totp/confirm', { token, body: { code } });

  const { page, complaints, desktop } = await open(`/merchants/${merchant.id}?tab=people`);
  await page.getByRole('button', { name: /的登录与验证/ }).click();
  const drawer = page.getByRole('dialog', { name: /的登录与验证/ });
  await drawer.getByRole('heading', { name: '登录设备' }).waitFor();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '结束全部登录' }).click();
  const ask = page.getByRole('dialog', { name: /结束 .* 的全部登录？/ });
  await ask.getByRole('button', { name: '结束全部登录' }).click();
  await ask.getByText('请填写理由').waitFor();
  await ask.getByLabel('理由').fill('手机丢失');
  await ask.getByRole('button', { name: '结束全部登录' }).click();
  await page.getByText('已结束 1 个登录').waitFor();
  await drawer.getByText('当前没有登录').waitFor();
  expect((await system.client.call('GET', '/api/v1/auth/me', { token })).status).toBe(401);

  await drawer.getByRole('button', { name: '重置两步验证' }).click();
  const reset = page.getByRole('dialog', { name: /重置 .* 的两步验证？/ });
  await reset.getByText('之后只凭密码即可登录').waitFor();
  await reset.getByLabel('理由').fill('已电话核实');
  await reset.getByRole('button', { name: '重置两步验证' }).click();
  await drawer.getByText('未开启').waitFor();
  await merchant.token();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('C-155 desktop: one session of a colleague is ended from the staff page', async () => {
  const colleague = await system.staff({ name: '钱多', roles: ['SALES'] });
  const tokens = [await colleague.token(), await colleague.token()];
  const { page, complaints, desktop } = await open(`/staff?open=${colleague.id}`);
  const drawer = page.getByRole('dialog', { name: '钱多' });
  await drawer.getByRole('listitem').nth(1).waitFor();
  await drawer.getByRole('listitem').first().getByRole('button').click();
  await page.getByText('该登录已结束').waitFor();
  const alive = await Promise.all(
    tokens.map(async (token) => (await system.client.call('GET', '/api/v1/auth/me', { token })).status),
  );
  expect(alive.sort()).toEqual([200, 401]);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-035 A-044 desktop: a forgotten password leads to the mail, and one’s own is changed in the app', async () => {
  const { page, complaints, desktop, admin } = await open('/account');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByLabel('当前密码').fill('wrong');
  await page.getByLabel('新密码').fill('Another-pass-9');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByText('密码不正确').first().waitFor();
  await page.getByLabel('当前密码').fill(admin.password);
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByText('密码已更改').waitFor();

  await page.getByRole('button', { name: '账户与设置' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByRole('button', { name: '发送重置链接' }).click();
  await page.getByText('请填写有效的邮箱地址').waitFor();
  await page.getByLabel('邮箱').fill(admin.email);
  await expectAccessible(page);
  await page.getByRole('button', { name: '发送重置链接' }).click();
  await page.getByText('请查收邮件').waitFor();
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${system.sandbox?.http}/__control/mails?to=${encodeURIComponent(admin.email)}`);
        const mails: { text?: string }[] = await answer.json();
        return mails.some(({ text }) => text?.includes('/reset?token='));
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  expect(complaints).toEqual([]);
  desktop.dispose();
});
