import { readFile } from 'node:fs/promises';
import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, buildCard, unique } from '@forewarn/core/testing';
import type { Browser, Page } from 'playwright-core';
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

const name = () => `SHOP${unique().toUpperCase()}`.replace(/[^A-Z0-9]/g, '').slice(0, 14);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const byHand = (merchantId: number, descriptor: string, cardBin: string | null = '411111') =>
  buildAlert(system.core.db, { merchantId, descriptor, cardBin, matchTier: 'MANUAL', alertTime: daysAgo(2) });

async function download(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: '导出授权卡' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('A-067 A-074 while a descriptor is typed: which signs it may have, what is wrong with it, and one tap mends it', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  const seen = `${name()}.COM`;
  await byHand(merchant.id, seen);
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: '新增授权卡' }).first().click();
  await page.getByText("可用字符：文字、数字、空格和 . , & ' *").waitFor();
  const field = page.locator('[name=descriptor]');
  await field.fill('ONLINE STORE');
  await page.getByText('都是通用词').waitFor();
  await field.fill('PAYPAL *');
  await page.getByText('后面缺少您的店名').waitFor();
  await field.fill(seen.replace('.', ' '));
  await page.getByText('与您收到过的预警写法不同').waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: `改用 ${seen}` }).click();
  expect(await field.inputValue()).toBe(seen);
  await page.getByText('建议一并报备').waitFor();
  await page.locator('[name=cardBin]').fill('411111');
  const variant = seen.replace('.COM', '');
  await page.getByRole('button', { name: `一并报备 ${variant}` }).click();
  await page.getByText(`已提交报备：${variant}`).waitFor();
  const cards = await system.core.db
    .selectFrom('merchantCards')
    .select('descriptor')
    .where('merchantId', '=', merchant.id)
    // What is typed is kept as a draft meanwhile.
    .where('status', '<>', 'DRAFT')
    .execute();
  expect(cards).toEqual([{ descriptor: variant }]);
  expect(complaints).toEqual([]);
});

test('A-278 what alerts carried and no card covers is enrolled by one click, asked for its BIN, or not needed', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  const [first, second, third] = [name(), name(), name()];
  await buildCard(system.core.db, { merchantId: merchant.id });
  await byHand(merchant.id, first);
  await byHand(merchant.id, second, null);
  await byHand(merchant.id, third);
  await openAs(page, system.url, '/cards', merchant);
  const section = page.getByRole('region', { name: '还没有覆盖的描述符' });
  await section.getByRole('button', { name: '查看全部 3 个' }).click();
  await expectFit(page);
  await section.getByRole('button', { name: `一键报备 ${first} 4111**` }).click();
  await section.getByText(`已提交报备：${first}`).waitFor();
  await page.getByRole('table').getByText(first).waitFor();

  await section.getByRole('button', { name: `填写卡 BIN：${second}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('卡 BIN').fill('55');
  await dialog.getByRole('button', { name: '提交报备' }).click();
  await dialog.getByText('卡 BIN 须为 6–8 位数字').waitFor();
  await dialog.getByLabel('卡 BIN').fill('555555');
  await dialog.getByRole('button', { name: '提交报备' }).click();
  await section.getByText(`已提交报备：${second}`).waitFor();

  await section.getByRole('button', { name: `不再提示 ${third}` }).click();
  await section.getByRole('button', { name: '已忽略 1 个' }).click();
  await section.getByRole('button', { name: `恢复提示 ${third}` }).click();
  await section.getByText('没有忽略的描述符。').waitFor();
  await section.getByRole('button', { name: '返回未覆盖的描述符' }).click();
  await section.getByRole('button', { name: `一键报备 ${third} 4111**` }).waitFor();
  expect(complaints).toEqual([]);
});

test('A-274 the list leaves as CSV and as a workbook; an enrolled card no alert comes for says so', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  const descriptor = name();
  await buildCard(system.core.db, { merchantId: merchant.id, descriptor, createdTime: daysAgo(90) });
  await openAs(page, system.url, '/cards', merchant);
  await page.getByText('报备已超过 60 天，从未收到预警').waitFor();
  const csv = await download(page, 'CSV 文件');
  expect(csv.name).toMatch(/^cards-.*\.csv$/);
  expect(csv.bytes.toString('utf8')).toContain(`"${descriptor}"`);
  const workbook = await download(page, 'Excel');
  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(workbook.bytes.subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
  const other = name();
  await buildCard(system.core.db, { merchantId: merchant.id, descriptor: other });
  await page.goto(`${system.url}/cards?q=${encodeURIComponent(other)}`);
  await page.getByRole('table').getByText(other).waitFor();
  const filtered = (await download(page, 'CSV 文件')).bytes.toString('utf8');
  expect([filtered.includes(`"${other}"`), filtered.includes(`"${descriptor}"`)]).toEqual([true, false]);
  expect(complaints).toEqual([]);
});
