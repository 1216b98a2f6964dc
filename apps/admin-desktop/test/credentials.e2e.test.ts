import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { currentCredential } from '@forewarn/core/platform';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, expectAccessible, launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

let system: TestSystem;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  system = await startTestSystem({ sandbox: true });
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
});

const PASSPHRASE = 'kept apart from the file';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('A-227 A-372 desktop: the credentials are backed up, one is changed by mistake, and the backup puts it back', async () => {
  const { page, complaints } = await openPage(browser);
  page.setDefaultTimeout(25_000);
  const desktop = await attachDesktop(page, system.url);
  const admin = await system.staff({ name: '赵强', roles: ['SYSTEM_ADMIN'] });
  await page.goto(`${preview.url}/credentials`);
  await signIn(page, admin.email, admin.password);
  const dialog = page.getByRole('dialog');

  await button(page, '备份').click();
  await dialog.getByLabel('备份口令', { exact: true }).fill('too short');
  await dialog.getByLabel('再次输入备份口令').fill('other');
  await dialog.getByLabel('您的登录密码').fill('not-mine-1');
  await dialog.getByRole('button', { name: '导出备份' }).click();
  await dialog.getByText('两次输入的口令不一致').waitFor();
  await dialog.getByLabel('备份口令', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('再次输入备份口令').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: '导出备份' }).click();
  await dialog.getByText('当前密码不正确', { exact: false }).waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('您的登录密码').fill(admin.password);
  await dialog.getByRole('button', { name: '导出备份' }).click();
  await page.getByText(/备份已保存：forewarn-credentials-.*\.json/).waitFor();
  const [[fileName, content] = ['', '']] = [...desktop.saved];
  expect(JSON.parse(content)).toMatchObject({ format: 'forewarn-credentials', kdf: { name: 'scrypt', N: 131_072 } });
  expect(content).not.toContain('demo-sign-key');

  const signKey = page.getByRole('region', { name: '签名密钥' });
  await signKey.getByRole('button', { name: '更换' }).click();
  await dialog.getByLabel('新的值').fill('entered-by-mistake');
  await dialog.getByRole('button', { name: '更换' }).click();
  await signKey.getByText('••••••••take').first().waitFor();

  await button(page, '恢复').click();
  const file = { name: fileName, mimeType: 'application/json', buffer: Buffer.from(content) };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByLabel('备份口令').fill('another passphrase');
  await dialog.getByLabel('您的登录密码').fill(admin.password);
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await dialog.getByText('无法打开备份', { exact: false }).waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('备份口令').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: '恢复', exact: true }).click();
  await dialog.getByText('恢复完成', { exact: false }).waitFor();
  expect(await dialog.getByRole('listitem').allInnerTexts()).toHaveLength(4);
  await dialog.getByRole('listitem').filter({ hasText: '签名密钥' }).getByText('已恢复').waitFor();
  await dialog.getByRole('listitem').filter({ hasText: '商户号' }).getByText('与当前值相同').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await signKey.getByText('••••••••-key').first().waitFor();
  await eventually(async () => (await currentCredential(system.core, 'SIGN_KEY'))?.value).toBe('demo-sign-key');
  expect(complaints).toEqual([]);
  desktop.dispose();
}, 120_000);
