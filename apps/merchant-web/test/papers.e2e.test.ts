import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert } from '@forewarn/core/testing';
import { jpeg, pdf } from '@forewarn/core/testing/evidence-files';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Device, expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** An alert, answered through the API unless it shall be open. */
async function openAlert(device: Device, answer?: object) {
  const opened = await visit(browser, device);
  const merchant = await system.merchant({ locale: device.locale === 'en' ? 'en' : 'zh-CN' });
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id, alertTime: new Date(), cardBin: '411111' });
  if (answer) {
    const token = await merchant.token();
    const { status } = await system.client.call('PUT', `/api/v1/alerts/${alert.id}/process`, { token, body: answer });
    expect(status).toBe(200);
  }
  await openAs(opened.page, system.url, `/alerts/${alert.id}`, merchant);
  return { ...opened, merchant, alert };
}

const REFUND = { action: 'REFUND', refundAmount: 19.9, reason: '已与客户协商退款' };

function textOf(bytes: Buffer): { text: string; pages: number } {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
  return { text: text.replace(/[^\S\n]+/g, ''), pages: text.split('\f').length - 1 };
}

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test.each([
  ['zh-CN', false],
  ['en', true],
])(
  'A-155 an answered alert prints on one page, black on white, nothing to click: %s, dark %s',
  async (locale, dark) => {
    const { page, alert } = await openAlert({ locale, dark }, REFUND);
    await page.getByText(/已接受，这条预警处理完毕|has accepted the answer/).waitFor();
    const { text, pages } = textOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pages).toBe(1);
    const present =
      locale === 'en' ? ['Transaction', 'History', 'Youranswer'] : ['交易信息', '处理记录', '您的处理结果'];
    for (const words of [...present, alert.alertId, '19.90', '4111**']) expect(text).toContain(words);
    for (const gone of ['打印', '下载PDF', 'Print', '跳到', '返回']) expect(text).not.toContain(gone);
    await page.emulateMedia({ media: 'print' });
    const [paper, ink] = await page.evaluate(() => {
      const heading = document.querySelector('h1');
      return [getComputedStyle(document.body).backgroundColor, heading && getComputedStyle(heading).color];
    });
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(paper);
    expect(await page.getByRole('button').count()).toBe(0);
  },
);

test('A-155 an open alert prints its facts, not the form', async () => {
  const { page, alert } = await openAlert({});
  await page.getByRole('heading', { name: '选择处理方式' }).waitFor();
  const { text, pages } = textOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toBe(1);
  expect(text).toContain(alert.alertId);
  for (const form of ['提交后送往预警服务方', '下一步']) expect(text).not.toContain(form);
});

test('A-156 A-174 on a phone: the alert and its receipt are saved as PDF, and the receipt can be looked at', async () => {
  const { page, complaints, alert } = await openAlert({ phone: true }, REFUND);
  const sheet = await saved(page, '下载 PDF');
  expect(sheet.name).toBe(`alert-${alert.alertId}.pdf`);
  expect(textOf(sheet.bytes)).toMatchObject({ pages: 1, text: expect.stringContaining('已与客户协商退款') });
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
  const receipt = await saved(page, '下载凭证 PDF');
  expect(receipt.name).toBe(`receipt-${alert.alertId}.pdf`);
  expect(textOf(receipt.bytes).text).toContain('已被预警服务方接受');

  const show = page.getByRole('button', { name: '查看送达过程与校验值' });
  await show.click();
  const panel = page.getByRole('region', { name: '处理凭证' });
  await panel.getByText(/第 1 次送出 已送达 · 对方答复 ACCEPTED 200 · 接口日志号 \d+/).waitFor();
  expect((await panel.locator('code').allTextContents())[0]).toMatch(/^[0-9a-f]{64}$/);
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('A-156 who may only look can print, and gets no file', async () => {
  const { page, alert, merchant } = await openAlert({}, REFUND);
  await system.core.db
    .updateTable('merchantUsers')
    .set({ role: 'VIEWER' })
    .where('merchantId', '=', merchant.id)
    .execute();
  const token = await merchant.token();
  const refused = await system.client.call('GET', `/api/v1/alerts/${alert.id}/receipt.pdf`, { token });
  expect(refused.status).toBe(403);
  await page.reload();
  await page.getByRole('button', { name: '打印' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: '下载凭证 PDF' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '下载 PDF' }).count()).toBe(0);
});

/** A real picture: four colours, as a camera would leave it. */
async function photo(page: Page, width: number, height: number, type: string, noise = false): Promise<Buffer> {
  const data = await page.evaluate(
    async ([w, h, mime, noisy]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w, h];
      const context = canvas.getContext('2d');
      if (!context) return '';
      context.fillStyle = '#c33';
      context.fillRect(0, 0, w, h);
      if (noisy) {
        const pixels = context.createImageData(w, h);
        let state = 1;
        for (let at = 0; at < pixels.data.length; at++) {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          pixels.data[at] = at % 4 === 3 ? 255 : state & 255;
        }
        context.putImageData(pixels, 0, 0);
      }
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime));
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
      let text = '';
      for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000));
      return btoa(text);
    },
    [width, height, type, noise] as const,
  );
  return Buffer.from(data, 'base64');
}

const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type=file][name=evidence]').setInputFiles(files);
const auditOf = (alertId: number) =>
  system.core.db
    .selectFrom('auditLogs')
    .select('id')
    .where('action', '=', 'alerts.getEvidence')
    .where('targetId', '=', String(alertId))
    .execute();

test('A-159 A-368 images show as thumbnails and large; what was uploaded here isn’t read again, the rest once', async () => {
  const { page, complaints, alert } = await openAlert({ phone: true });
  await page.getByRole('radio', { name: /争议处理/ }).click();
  await choose(
    page,
    { name: '包裹.png', mimeType: 'image/png', buffer: await photo(page, 300, 200, 'image/png') },
    { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: jpeg(40, 30) },
    { name: 'paper.pdf', mimeType: 'application/pdf', buffer: pdf() },
  );
  const small = page.getByRole('button', { name: '查看 包裹.png' });
  const drawn = () => small.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).width);
  await small.scrollIntoViewIfNeeded();
  await expect.poll(drawn, { timeout: 10_000 }).toBeGreaterThan(40);
  await small.click();
  const dialog = page.getByRole('dialog', { name: '包裹.png' });
  await expect.poll(() => dialog.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).width)).toBe(300);
  await expectFit(page);
  await dialog.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '查看 broken.jpg' }).click();
  await page.getByText('图片无法显示，文件可能已损坏').waitFor();
  await page.getByRole('dialog', { name: 'broken.jpg' }).getByRole('button', { name: '关闭' }).click();
  expect(await page.getByRole('button', { name: '查看 paper.pdf' }).count()).toBe(0);
  expect(await auditOf(alert.id)).toHaveLength(0);

  await page.reload();
  await page.getByRole('radio', { name: /争议处理/ }).click();
  await small.scrollIntoViewIfNeeded();
  await expect.poll(drawn, { timeout: 10_000 }).toBeGreaterThan(40);
  await small.click();
  await page.getByRole('dialog', { name: '包裹.png' }).getByRole('button', { name: '下载' }).click();
  await expect.poll(async () => (await auditOf(alert.id)).length).toBe(2);
  expect(complaints).toEqual([]);
});

test('A-166 a photo over 10 MB is made smaller and says so; HEIC the browser can’t read is told apart', async () => {
  const { page } = await openAlert({ locale: 'en' });
  await page.getByRole('radio', { name: /Dispute/ }).click();
  const huge = await photo(page, 2200, 2200, 'image/png', true);
  expect(huge.length).toBeGreaterThan(10 * 1024 * 1024);
  await choose(
    page,
    { name: 'huge.png', mimeType: 'image/png', buffer: huge },
    { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('....ftypheic....') },
  );
  const row = page.getByRole('listitem').filter({ hasText: 'huge.jpg' });
  await row.getByText('was made smaller').waitFor();
  await page.getByText('This browser cannot read HEIC photos').waitFor();
});

test('A-159 an upload can be cancelled while it is under way; a phone offers its camera', async () => {
  const { page } = await openAlert({ phone: true });
  await page.getByRole('radio', { name: /争议处理/ }).click();
  await page.getByRole('button', { name: '拍照' }).waitFor();
  expect(await page.locator('input[name=photo]').getAttribute('capture')).toBe('environment');
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/evidence', async (route) => {
    await held;
    await route.abort().catch(() => undefined);
  });
  const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdf(name) });
  await choose(page, file('one.pdf'), file('two.pdf'));
  await page.getByRole('button', { name: '取消上传 two.pdf' }).click();
  await page.getByRole('button', { name: '取消上传 one.pdf' }).click();
  await expect.poll(() => page.getByText(/one\.pdf|two\.pdf/).count()).toBe(0);
  await page.unroute('**/evidence', undefined);
  go();
  await choose(page, file('three.pdf'));
  await page.getByRole('button', { name: '移除 three.pdf' }).waitFor();
});
