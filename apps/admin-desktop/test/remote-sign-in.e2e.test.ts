import { type Sandbox, startSandbox, startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launch, openPage } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

let sandbox: Sandbox;
let system: TestSystem;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox();
  system = await startTestSystem({ env: { AUTH_MODE: 'REMOTE', AUTH_URL: sandbox.http } });
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
  await sandbox?.stop();
});

test('C-251 C-252 desktop: staff sign in at the operator’s own service, which keeps passwords and accounts', async () => {
  const { page, complaints } = await openPage(browser);
  const desktop = await attachDesktop(page, system.url);
  await page.goto(preview.url);
  const account = page.getByLabel('登录服务的用户名');
  await account.waitFor();
  expect(await page.getByRole('link', { name: '忘记密码？' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /收到邀请/ }).count()).toBe(0);
  await expectAccessible(page);

  const password = page.getByLabel(/^密码/).first();
  const enter = page.getByRole('button', { name: '登录', exact: true });
  await account.fill('sysadmin');
  await password.fill('wrong');
  await enter.click();
  await page.getByText('账号或密码不正确').waitFor();
  await fetch(`${sandbox.http}/__control/faults`, {
    method: 'POST',
    body: JSON.stringify({ target: 'auth.login', mode: '500', times: 1 }),
  });
  await password.fill('demo-auth-2026');
  await enter.click();
  await page.getByText('登录服务暂时无法访问').waitFor();
  await enter.click();
  await page.getByRole('heading', { name: '待处理队列' }).waitFor();

  await page.goto(`${preview.url}/account`);
  await page.getByText('您通过登录服务登录').waitFor();
  expect(await page.getByRole('button', { name: '修改密码' }).count()).toBe(0);
  await page.goto(`${preview.url}/staff`);
  await page.getByText('首次登录后自动出现在这里').waitFor();
  expect(await page.getByRole('button', { name: '邀请人员' }).count()).toBe(0);
  await page.getByRole('table', { name: '平台人员列表' }).getByText('sysadmin', { exact: true }).waitFor();
  const shadow = system.core.db.selectFrom('staffUsers').select('id').where('username', '=', 'sysadmin');
  await page.goto(`${preview.url}/staff?open=${(await shadow.executeTakeFirstOrThrow()).id}`);
  await page.getByText('在登录服务登录，姓名和角色由登录服务决定').waitFor();
  await expectAccessible(page);
  await page.goto(`${preview.url}/calls`);
  await page.getByRole('table').getByText('登录服务：登录').first().waitFor();
  expect(complaints.filter((text) => !text.includes('503'))).toEqual([]);
  desktop.dispose();
});
