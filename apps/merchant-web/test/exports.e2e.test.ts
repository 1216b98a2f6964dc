import { readFile } from 'node:fs/promises';
import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** A merchant with an alert, and an export of it that the worker has made or given up. */
async function merchantWithExport(end: 'DONE' | 'FAILED') {
  const merchant = await system.merchant();
  await buildAlert(system.core.db, { merchantId: merchant.id, alertId: `EXPORTED-${merchant.id}` });
  const { id: userId } = await system.core.db
    .selectFrom('merchantUsers')
    .select('id')
    .where('merchantId', '=', merchant.id)
    .executeTakeFirstOrThrow();
  const now = new Date();
  const job = {
    id: crypto.randomUUID(),
    ownerRealm: 'merchant',
    ownerId: userId,
    merchantId: merchant.id,
    format: 'csv',
  } as const;
  await system.core.db
    .insertInto('exportJobs')
    .values({
      ...job,
      slotOwner: `company:${merchant.id}`,
      slot: 1,
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      filter: '{}',
      parts: '[]',
      // As if a store had failed again and again.
      tries: end === 'FAILED' ? 9 : 0,
      nextTime: now,
      createdTime: now,
    })
    .execute();
  const status = () =>
    system.core.db.selectFrom('exportJobs').select('status').where('id', '=', job.id).executeTakeFirstOrThrow();
  await expect.poll(async () => (await status()).status, { timeout: 30_000 }).toBe(end);
  return merchant;
}

test.each([
  { locale: 'zh-CN', dark: false, phone: true },
  { locale: 'en', dark: true, phone: false },
])(
  'A-371 the message that an export is ready leads to its download ($locale, dark: $dark, phone: $phone)',
  async (device) => {
    const zh = device.locale === 'zh-CN';
    const merchant = await merchantWithExport('DONE');
    const { page, complaints } = await visit(browser, device);
    await openAs(page, system.url, '/inbox', merchant);
    await expectFit(page);
    await page.getByRole('link', { name: zh ? '导出完成：1 条预警（CSV）' : 'Export ready: 1 alert (CSV)' }).click();
    const dialog = page.getByRole('dialog', { name: zh ? '导出预警' : 'Export alerts' });
    const first = dialog.getByRole('listitem').first();
    expect(await first.getAttribute('data-wanted')).toBe('true');
    await first.getByText(/KB/).waitFor();
    await expectFit(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: zh ? '下载' : 'Download' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain(`"EXPORTED-${merchant.id}"`);
    // Closed, it is off the address: a reload doesn't open it again.
    await dialog.getByRole('button', { name: zh ? '关闭' : 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('export')).toBe(false);
    expect(complaints).toEqual([]);
  },
);

test('A-371 the message that an export failed leads to making it again, which ends well', async () => {
  const merchant = await merchantWithExport('FAILED');
  const { page, complaints } = await visit(browser);
  await openAs(page, system.url, '/inbox', merchant);
  await page.getByRole('link', { name: /导出失败（CSV）.*重新导出/ }).click();
  const dialog = page.getByRole('dialog', { name: '导出预警' });
  await dialog.getByText('多次尝试后仍未成功，没有生成文件。可以用相同的筛选条件再试一次。').waitFor();
  await expectFit(page);
  await dialog.getByRole('button', { name: '重新导出' }).click();
  await dialog.getByText('可下载', { exact: true }).waitFor({ timeout: 30_000 });
  await dialog.getByRole('button', { name: '下载' }).waitFor();
  expect(complaints).toEqual([]);
});
