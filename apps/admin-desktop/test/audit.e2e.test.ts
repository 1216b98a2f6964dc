import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { extendChain, makeCheckpoint } from '@forewarn/core/audit';
import { execute } from '@forewarn/core/kernel/execute';
import { updateProfile } from '@forewarn/core/merchants';
import { buildMerchant, testCaller } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

let system: TestSystem;
let preview: Preview;
let browser: Browser;
let entry: number;

beforeAll(async () => {
  system = await startTestSystem();
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
  const merchant = await buildMerchant(system.core.db, { companyName: '杭州云栖数码', phone: '13911114444' });
  const change = { contactPerson: '陈磊', phone: '13911115555' };
  const caller = testCaller(merchant.actor, { ip: '203.0.113.9' });
  await execute(system.core, caller, updateProfile, change);
  await execute(system.core, caller, updateProfile, { locale: 'fr' }).catch(() => undefined);
  const row = await system.core.db
    .selectFrom('auditLogs')
    .select('id')
    .where('action', '=', 'profile.update')
    .executeTakeFirstOrThrow();
  entry = row.id;
  while ((await extendChain(system.core, 500)) > 0);
  await makeCheckpoint(system.core);
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
});

async function open(path: string, options: { locale?: string; dark?: boolean } = {}) {
  const watched = await openPage(browser, options);
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: '李敏', roles: ['SYSTEM_ADMIN'] });
  await watched.page.goto(preview.url + path);
  await signIn(watched.page, admin.email, admin.password);
  return { ...watched, desktop };
}

test.each([
  { locale: 'zh-CN', dark: false, changed: '变更内容', verify: '校验', whole: '审计日志完整，未发现改动' },
  { locale: 'en-GB', dark: true, changed: 'What changed', verify: 'Verify', whole: 'The audit log is whole' },
])(
  'C-275 desktop: an entry says in words who changed what, from and to; axe finds nothing serious ($locale)',
  async (given) => {
    const { page, complaints, desktop } = await open('/audit?action=profile.update', given);
    await page.getByRole('link', { name: new RegExp(`${entry}$`) }).click();
    const drawer = page.getByRole('dialog');
    const changes = drawer.getByRole('table', { name: given.changed });
    await changes.getByText('陈磊').waitFor();
    await changes.getByText('1391****5555').waitFor();
    expect(await drawer.textContent()).not.toMatch(/contactPerson|profile\.update|13911115555/);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: given.verify, exact: true }).click();
    await page.getByText(given.whole).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    desktop.dispose();
  },
);

test('A-307 desktop: filters stand in the URL; an entry leads to others of the same person; the export has what is shown', async () => {
  const { page, complaints, desktop } = await open('/audit');
  await page.getByLabel('操作', { exact: true }).selectOption('profile.update');
  await page.waitForURL(/action=profile.update/);
  await page.getByRole('link', { name: new RegExp(`${entry}$`) }).click();
  await page.getByRole('link', { name: '此人的全部记录' }).click();
  await page.waitForURL(/actorKind=merchant/);
  expect(page.url()).not.toContain('action=');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await expect.poll(() => [...desktop.saved.keys()]).toEqual([expect.stringMatching(/^audit-.*\.csv$/)]);
  const csv = [...desktop.saved.values()][0] ?? '';
  expect(csv).toContain('修改商户资料');
  expect(csv).not.toContain('auth.login');
  await page.getByRole('button', { name: /清除/ }).click();
  await page.getByRole('cell', { name: '导出审计日志' }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-307 desktop: a row changed in the database is told in words, with the way to it', async () => {
  const { core } = system;
  const { page, complaints, desktop } = await open('/audit');
  await core.db.updateTable('auditLogs').set({ actorName: '某人' }).where('id', '=', entry).execute();
  await page.getByRole('button', { name: '校验' }).click();
  await page.getByText('审计日志校验未通过').waitFor();
  await page.getByText('有一条记录的内容在写入之后被改动').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: `查看记录 #${entry}` }).click();
  await page.getByRole('dialog').getByText('某人').waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});
