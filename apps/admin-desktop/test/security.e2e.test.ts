import { authenticator, startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { unique } from '@forewarn/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

let system: TestSystem;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem();
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
});

async function open(path: string, options: { locale?: string; dark?: boolean } = {}) {
  const { page, complaints } = await openPage(browser, options);
  const desktop = await attachDesktop(page, system.url);
  await page.goto(preview.url + path);
  return { page, complaints, desktop };
}

/** A role of its own that may see merchants and asks for a second factor. */
async function guardedRole(): Promise<string> {
  const code = `GUARDED_${unique()}`.slice(0, 40).toUpperCase();
  const grants = JSON.stringify({ 'merchant:view': 'all' });
  await system.core.db
    .insertInto('staffRoles')
    .values({ code, grants, requireTotp: 1, updatedBy: 'test', updatedTime: new Date() })
    .execute();
  return code;
}

async function setUp(page: Page, password: string): Promise<ReturnType<typeof authenticator>> {
  await page.locator('[name=password]').fill(password);
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('img', { name: '含有密钥的二维码' }).waitFor();
  await expectAccessible(page);
  const app = authenticator(await page.getByText(/^[A-Z2-7]{32}$/).innerText());
  await page.locator('[name=code]').fill(app.code());
  await page.getByRole('button', { name: '确认并开启' }).click();
  await page.getByLabel('我已妥善保存这些恢复码').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: '完成' }).click();
  return app;
}

test('C-251 desktop: a role that asks for it lets nobody past the set-up, then in; the next sign-in asks for a code', async () => {
  const admin = await system.staff({ name: '王芳' });
  const role = await guardedRole();
  await system.core.db.updateTable('staffUsers').set({ roles: role }).where('id', '=', admin.id).execute();
  const { page, complaints, desktop } = await open('/merchants');
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { level: 1, name: '请先设置两步验证' }).waitFor();
  await page.goto(`${preview.url}/merchants`);
  await page.getByRole('heading', { level: 1, name: '请先设置两步验证' }).waitFor();
  const app = await setUp(page, admin.password);
  await page.getByRole('heading', { level: 1, name: '商户' }).waitFor();

  await page.getByRole('button', { name: '账户与设置' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await signIn(page, admin.email, admin.password);
  const code = page.getByLabel('动态码或恢复码');
  await code.fill('000000');
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.getByText(/动态码不正确/).waitFor();
  await expectAccessible(page);
  await code.fill(app.code(1));
  await page.getByRole('button', { name: '验证并登录' }).click();
  await page.getByRole('heading', { level: 1, name: '商户' }).waitFor();
  await page.goto(`${preview.url}/account`);
  await page.getByText('您的角色要求使用两步验证，不能关闭。').waitFor();
  await page.getByText('本次登录').waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-308 C-164 desktop: an event is counted, looked into, acknowledged with a note; its person is signed out; thresholds change', async () => {
  const merchant = await system.merchant();
  const token = await merchant.token();
  for (let i = 0; i < 20; i++) await system.client.call('GET', '/api/v1/admin/audit', { token });
  const admin = await system.staff({ name: '李敏', roles: ['SYSTEM_ADMIN'] });
  const { page, complaints, desktop } = await open('/security-events', { locale: 'en', dark: true });
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { level: 1, name: 'Security events' }).waitFor();
  await page.getByLabel('1 not acknowledged').waitFor();
  await page.getByRole('link', { name: /Open event/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Many acts refused').waitFor();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'End all their sessions' }).click();
  const sure = page.getByRole('dialog', { name: 'End all their sessions?' });
  await sure.getByRole('textbox').fill('A wrong client keeps asking');
  await sure.getByRole('button', { name: 'End all their sessions' }).click();
  await page.getByText('One session ended').waitFor();
  expect((await system.client.call('GET', '/api/v1/auth/me', { token })).body.error).toBe('SESSION_ENDED');
  await drawer.getByLabel('Note').fill('A wrong client; called them.');
  await drawer.getByRole('button', { name: 'Acknowledge' }).click();
  await drawer.getByText(/Acknowledged by 李敏/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Every security event is acknowledged').waitFor();
  await page.getByLabel('1 not acknowledged').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Thresholds' }).click();
  const refusals = page.getByLabel('Refused acts of one person');
  await refusals.fill('3');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Thresholds saved, in force now').waitFor();
  const stored = await system.core.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'security.thresholds')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(stored.value)).toMatchObject({ refusals: 3, addressFailures: 30 });
  expect(complaints).toEqual([]);
  desktop.dispose();
});
