import { readFile } from 'node:fs/promises';
import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert } from '@forewarn/core/testing';
import { jpeg, pdf, pdfOf } from '@forewarn/core/testing/evidence-files';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';
import { network } from './network.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function openDispute(device: Parameters<typeof visit>[1]) {
  const opened = await visit(browser, device);
  const merchant = await system.merchant();
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id, alertTime: new Date() });
  await openAs(opened.page, system.url, `/alerts/${alert.id}`, merchant);
  await opened.page.getByRole('radio', { name: /争议处理|Dispute/ }).click();
  return { ...opened, merchant, alert };
}

const file = (name: string, buffer: Buffer, mimeType = 'application/pdf') => ({ name, mimeType, buffer });
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file][name=evidence]').setInputFiles(files);
const stored = (page: Page, name: string) => page.getByRole('button', { name: `移除 ${name}` });

test('A-159 A-367 on a phone: a dispute asks for evidence, takes it along, and it can be downloaded afterwards', async () => {
  const { page, complaints, alert } = await openDispute({ phone: true });
  await page.getByLabel(/处理说明/).fill('11 月 3 日已送达并由本人签收');
  const next = page.getByRole('button', { name: '下一步', exact: true });
  await next.click();
  await page.getByText('争议处理至少需要一个文件，请上传证据').waitFor();
  const button = page.getByRole('button', { name: '选择文件' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  await expectFit(page);

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles([file('签收单.pdf', pdf('signed')), file('IMG_1.jpg', jpeg(40, 30), 'image/jpeg')]);
  await stored(page, '签收单.pdf').waitFor();
  await stored(page, 'IMG_1.jpg').waitFor();
  await expectFit(page);
  await next.click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toMatch(/签收单\.pdf.*IMG_1\.jpg/s);
  await dialog.getByRole('button', { name: '提交：争议处理' }).click();

  const link = page.getByRole('button', { name: /^下载 签收单\.pdf/ });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('签收单.pdf');
  expect(await readFile(await download.path())).toEqual(pdf('signed'));
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
  const [answer] = await network(system).answersTo(alert.alertId);
  expect(answer).toMatchObject({
    action: 'DISPUTE',
    refunded: 'ignore',
    evidence: [expect.any(String), expect.any(String)],
  });
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('A-165 A-166 what can’t be evidence says why beside its name, and the rest is uploaded', async () => {
  const { page } = await openDispute({});
  await choose(
    page,
    file('contract.docx', Buffer.from('PK'), ''),
    file('big.pdf', pdfOf(10 * 1024 * 1024 + 1)),
    file('fake.pdf', Buffer.from('MZ a program')),
    file('good.pdf', pdf()),
    file('copy of good.pdf', pdf()),
  );
  await stored(page, 'good.pdf').waitFor();
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect.poll(() => row('copy of good.pdf').textContent()).toContain('内容相同的文件已在列表中');
  expect(await row('contract.docx').textContent()).toContain('只接受 PDF、JPG、PNG');
  expect(await row('big.pdf').textContent()).toContain('超过 10 MB');
  await expect.poll(() => row('fake.pdf').textContent()).toContain('该文件的内容不是其中任何一种');
  expect(await page.getByRole('button', { name: /^重试/ }).count()).toBe(0);
  await stored(page, 'fake.pdf').click();
  await expect.poll(() => row('fake.pdf').count()).toBe(0);
});

test('A-159 an upload that is cut off can be tried again; a file can be removed; both survive a reload', async () => {
  const { page } = await openDispute({});
  let cut = 1;
  await page.route('**/evidence', (route) => (cut-- > 0 ? route.abort('connectionreset') : route.continue()));
  await choose(page, file('scan.pdf', pdf('scan')));
  await page.getByRole('button', { name: '重试上传 scan.pdf' }).click();
  await expect.poll(() => page.getByRole('button', { name: '重试上传 scan.pdf' }).count()).toBe(0);
  await choose(page, file('other.pdf', pdf('other')));
  await stored(page, 'other.pdf').waitFor();
  await stored(page, 'scan.pdf').click();
  await expect.poll(() => stored(page, 'scan.pdf').count()).toBe(0);
  await page.reload();
  await page.getByRole('radio', { name: /争议处理/ }).click();
  await stored(page, 'other.pdf').waitFor();
  expect(await stored(page, 'scan.pdf').count()).toBe(0);
});

test('A-162 files can be dropped, and another answer may take them along', async () => {
  const { page, complaints } = await openDispute({ locale: 'en', dark: true });
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'invoice.pdf', { type: 'application/pdf' }));
    return transfer;
  }, pdf('dropped').toString());
  const zone = page.getByText('or drop them here').locator('..');
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await page.getByText('Let go to upload').waitFor();
  await page.getByText('Let go to upload').locator('..').dispatchEvent('drop', { dataTransfer: data });
  await page.getByRole('button', { name: 'Remove invoice.pdf' }).waitFor();
  await page.getByRole('radio', { name: /Ignore alert/ }).click();
  await page.getByText('Evidence (optional)').waitFor();
  await page.getByRole('button', { name: 'Remove invoice.pdf' }).waitFor();
  await expectFit(page);
  expect(complaints).toEqual([]);
});
