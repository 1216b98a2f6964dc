import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, expectAccessible, launch, openPage, signIn } from './browser.ts';
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

async function open(path: string, options: { locale?: string; dark?: boolean } = {}) {
  const watched = await openPage(browser, options);
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: '李敏' });
  await watched.page.goto(preview.url + path);
  await signIn(watched.page, admin.email, admin.password);
  return { ...watched, desktop, admin };
}

/** Two merchants with 600 alerts each: together more than are made at once. */
async function manyAlerts(label: string): Promise<void> {
  for (const merchant of [await system.merchant(), await system.merchant()]) {
    const { id } = await buildAlert(system.core.db, {
      merchantId: merchant.id,
      descriptor: label,
      alertId: `${label}-${merchant.id}`,
    });
    const { id: _, ...row } = await system.core.db
      .selectFrom('chargebackAlerts')
      .select(['id', 'merchantId', 'descriptor', 'amount', 'currency', 'alertTime', 'deadline', 'riskLevel'])
      .select(['matchStatus', 'matchTier', 'deliveryId', 'contentSha256', 'createdTime', 'updatedTime', 'program'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const more = Array.from({ length: 599 }, (_, n) => ({ ...row, alertId: `${label}-${merchant.id}-${n}` }));
    await system.core.db.insertInto('chargebackAlerts').values(more).execute();
  }
}

async function auditOf(action: string, email: string) {
  const rows = await system.core.db
    .selectFrom('auditLogs as a')
    .innerJoin('staffUsers as s', 's.id', 'a.actorId')
    .select('a.detail')
    .where('a.action', '=', action)
    .where('s.email', '=', email)
    .execute();
  return rows.map(({ detail }) => (typeof detail === 'string' ? JSON.parse(detail) : detail));
}

test('A-218 A-219 A-371 desktop: more than a thousand alerts of several merchants are made in the background, told, saved, deleted and made again', async () => {
  await manyAlerts('STAFFEXPORT');
  const { page, complaints, desktop, admin } = await open('/alerts?descriptor=STAFFEXPORT');
  await page.getByRole('table', { name: '预警列表' }).waitFor();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出预警' });
  await dialog.getByText('符合当前筛选条件的 1,200 条预警。包含所有商户。').waitFor();
  await dialog.getByText('CSV', { exact: true }).click();
  await dialog.getByRole('button', { name: '开始导出' }).click();
  const job = dialog.getByRole('listitem');
  await job.getByText('可下载', { exact: true }).waitFor({ timeout: 60_000 });
  await job.getByText(/CSV · 1,200 条 · \d+ KB/).waitFor();
  await expectAccessible(page);
  expect(desktop.notices).toEqual(['导出完成']);

  await job.getByRole('button', { name: '下载' }).click();
  await page.getByText(/已保存 alerts-.*\.csv/).waitFor();
  const [{ rows: _, ...audited } = {}] = await auditOf('alerts.exports.download', admin.email);
  expect(audited).toMatchObject({ format: 'csv', filter: { descriptor: 'STAFFEXPORT' } });
  expect(await auditOf('alerts.exports.start', admin.email)).toMatchObject([{ filter: { descriptor: 'STAFFEXPORT' } }]);
  const name = (await page.getByText(/已保存 alerts-/).textContent())?.replace('已保存 ', '') ?? '';
  const lines = desktop.downloaded(name).toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(1201);
  expect(lines[0]).toContain('"商户"');

  await job.getByRole('button', { name: '删除' }).click();
  await job.getByText('已删除', { exact: true }).waitFor();
  await job.getByRole('button', { name: '重新导出' }).click();
  await eventually(() => dialog.getByRole('listitem').count()).toBe(2);
  await dialog.getByRole('listitem').first().getByText('可下载', { exact: true }).waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-371 desktop: an export is cancelled, and a refusal of the server is shown in its words', async () => {
  await manyAlerts('STAFFCANCEL');
  const { page, complaints, desktop } = await open('/alerts?descriptor=STAFFCANCEL', { locale: 'en-GB', dark: true });
  await page.getByRole('table', { name: 'Alerts' }).waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export alerts' });
  await dialog.getByRole('button', { name: 'Start export' }).click();
  const job = dialog.getByRole('listitem');
  await job.getByRole('button', { name: 'Download' }).waitFor({ timeout: 60_000 });
  // Its file goes while the page still offers it.
  const [{ id } = { id: '' }] = await system.core.db
    .selectFrom('exportJobs')
    .select('id')
    .orderBy('createdTime', 'desc')
    .limit(1)
    .execute();
  await system.core.db.updateTable('exportJobs').set({ status: 'CANCELLED' }).where('id', '=', id).execute();
  await job.getByRole('button', { name: 'Download' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/state does not allow this/)
    .waitFor();
  await job.getByText('Cancelled', { exact: true }).waitFor();
  await expectAccessible(page);

  // One that no worker takes, as in a long queue.
  await system.core.db
    .updateTable('exportJobs')
    .set({ status: 'RUNNING', totalRows: 1200, doneRows: 400, nextTime: null })
    .where('id', '=', id)
    .execute();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('button', { name: 'Export (1 running)' }).click();
  await job.getByText('400 of 1,200 alerts').waitFor();
  expect(await job.getByRole('progressbar').getAttribute('aria-valuenow')).toMatch(/^33/);
  await expectAccessible(page);
  await job.getByRole('button', { name: 'Cancel' }).click();
  await job.getByText('Cancelled', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Export', exact: true, includeHidden: true }).waitFor({ state: 'attached' });
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-371 desktop: up to a thousand are saved at once, as a workbook as well', async () => {
  const merchant = await system.merchant();
  await buildAlert(system.core.db, { merchantId: merchant.id, descriptor: 'STAFFBOOK', alertId: 'STAFFBOOK-1' });
  const { page, complaints, desktop, admin } = await open('/alerts?keyword=STAFFBOOK');
  await page.getByRole('table', { name: '预警列表' }).waitFor();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出预警' });
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await dialog.getByText('已保存 1 条。').waitFor();
  const [[name, content] = ['', '']] = [...desktop.saved];
  expect(name).toMatch(/\.xlsx$/);
  expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
  expect(await auditOf('alerts.export', admin.email)).toMatchObject([
    { rows: 1, format: 'xlsx', filter: { keyword: 'STAFFBOOK' } },
  ]);
  expect(complaints).toEqual([]);
  desktop.dispose();
});
