import { readFile } from 'node:fs/promises';
import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
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

const csv = (...lines: string[]) => ['描述符,卡BIN,CAID,通知邮箱,备注', ...lines].join('\r\n');
const MIXED = csv(
  'GOOD*ONE,411111,,,',
  'GOOD*TWO,41111122,,shop@acme.example,二店',
  'BAD*ONE,4111,,nobody,',
  'GOOD*ONE,411111,,,',
);
const choose = (page: Page, content: string, name = '授权卡.csv') =>
  page.locator('input[name=spreadsheet]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const cardsOf = (merchantId: number) =>
  system.core.db.selectFrom('merchantCards').selectAll().where('merchantId', '=', merchantId).orderBy('id').execute();

test('A-073 a file with good and bad rows is dropped, one is put right in place, imported, and undone', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('link', { name: '批量导入' }).click();
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 Excel 模板' }).click(),
  ]);
  expect((await readFile(await template.path())).subarray(0, 2).toString()).toBe('PK');
  await expectFit(page);

  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '授权卡.csv', { type: 'text/csv' }));
    return transfer;
  }, MIXED);
  const zone = page.getByText('XLSX 或 CSV，最多 5,000 行、5 MB').locator('../..');
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await page.getByText('松开即可上传').waitFor();
  await zone.dispatchEvent('drop', { dataTransfer: data });
  await page.getByRole('heading', { name: '授权卡.csv' }).waitFor();
  await page.getByText('2 行可以导入，2 行未通过，不会导入。').waitFor();
  await page.getByText('与第 2 行相同，不会重复导入').waitFor();
  await page.getByText('发卡行 BIN 须为 6–8 位数字').waitFor();
  await expectFit(page);

  const bin = page.getByLabel('第 4 行的卡BIN');
  await bin.fill('411119');
  await bin.press('Enter');
  await page.getByText('第 4 行已保存，仍有问题。').waitFor();
  const email = page.getByLabel('第 4 行的通知邮箱');
  await email.fill('risk@acme.example');
  await email.press('Enter');
  await page.getByText('第 4 行已改好，可以导入。').waitFor();
  await page.getByText('3 行可以导入，1 行未通过，不会导入。').waitFor();

  const [problems] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: '下载未通过的行' }).click();
      await page.getByRole('menuitem', { name: 'CSV（带原因）' }).click();
    })(),
  ]);
  expect((await readFile(await problems.path(), 'utf8')).split('\r\n')[1]).toContain('与第 2 行重复');

  expect(await cardsOf(merchant.id)).toEqual([]);
  await page.getByRole('button', { name: '仅保存' }).click();
  await page.getByText('已导入 3 行').waitFor();
  expect((await cardsOf(merchant.id)).map(({ descriptor, status }) => `${descriptor} ${status}`)).toEqual([
    'GOOD*ONE PENDING',
    'GOOD*TWO PENDING',
    'BAD*ONE PENDING',
  ]);
  await expectFit(page);

  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('这次导入的 3 张授权卡会移除。').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('已移除 3 张。').waitFor();
  expect(await cardsOf(merchant.id)).toEqual([]);
  await page.getByRole('link', { name: '返回导入列表' }).click();
  await page.getByText('共 4 行，已导入 0 行，1 行未通过 · 撤销过 3 行').waitFor();
  expect(complaints).toEqual([]);
});

test('A-073 on a phone in English: columns chosen by hand, imported and enrolled', async () => {
  const { page, complaints } = await visit(browser, { phone: true, locale: 'en' });
  const merchant = await system.merchant({ locale: 'en' });
  await openAs(page, system.url, '/cards/import', merchant);
  await expectFit(page);
  await choose(page, 'Store,Digits\nSHOP*PHONE ONE,about 4\nSHOP*PHONE TWO,about 5\n', 'mine.csv');
  await page.getByText('Required: choose a column').waitFor();
  await expectFit(page);
  await chooseDigits(page);
  await page.getByText('An issuer BIN has 6–8 digits').first().waitFor();
  for (const line of [2, 3]) {
    const bin = page.getByLabel(`Card BIN of line ${line}`);
    await bin.fill('411111');
    await bin.press('Enter');
    await page.getByText(`Line ${line} is in order now.`).waitFor();
  }
  await page.getByRole('button', { name: 'Import and enrol' }).click();
  await page.getByText('2 cards submitted for enrolment').waitFor();
  await expectFit(page);
  await page.getByRole('link', { name: 'See the cards' }).click();
  await expect
    .poll(() => page.getByText('Enrolled', { exact: true }).filter({ visible: true }).count(), { timeout: 30_000 })
    .toBe(2);
  expect(complaints).toEqual([]);
});

async function chooseDigits(page: Page): Promise<void> {
  await page.getByLabel('Card BIN').first().selectOption({ label: 'Digits' });
  await page.getByRole('button', { name: 'Apply and check again' }).click();
}

test('A-386 a file that is none says what to do, and the next one is taken', async () => {
  const { page, complaints } = await visit(browser, { dark: true });
  const merchant = await system.merchant();
  await openAs(page, system.url, '/cards/import', merchant);
  await choose(page, '<html><table></table></html>', 'cards.xls');
  await page.getByRole('alert').getByText('请用 Excel 或 WPS 另存为').waitFor();
  await expectFit(page);
  await choose(page, csv('GOOD*ONE,411111,,,'));
  await page.getByText('1 行都可以导入。').waitFor();
  await page.getByRole('button', { name: '删除此表格' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除表格' }).click();
  await page.getByRole('heading', { name: '批量导入授权卡' }).waitFor();
  await expect.poll(() => page.getByRole('list', { name: '导入记录' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
