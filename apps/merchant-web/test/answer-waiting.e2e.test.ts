import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { sweepKeptEvidence } from '@forewarn/core/alerts';
import { createAnswerLink } from '@forewarn/core/notifications';
import { buildAlert } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

/** Without the worker: what is answered here waits to be sent. */
beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web'] }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function waiting(device: Parameters<typeof visit>[1]) {
  const opened = await visit(browser, device);
  const merchant = await system.merchant();
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id, alertTime: new Date() });
  const last = () =>
    system.core.db
      .selectFrom('alertFeedbacks')
      .select(['id', 'number', 'action', 'closedTime'])
      .where('alertRef', '=', alert.id)
      .orderBy('number')
      .execute();
  return { ...opened, merchant, alert, last };
}

test('A-159 A-363 an answer that waits to be sent becomes a dispute, with a file, on a phone', async () => {
  const { page, complaints, merchant, alert, last } = await waiting({ phone: true });
  const token = await merchant.token();
  const body = { action: 'REFUND', refundAmount: 19.9, reason: '已退款' };
  await system.client.call('PUT', `/api/v1/alerts/${alert.id}/process`, { token, body });
  await openAs(page, system.url, `/alerts/${alert.id}`, merchant);
  await page.getByRole('button', { name: '更正处理结果' }).click();
  await page.getByRole('radio', { name: /争议处理/ }).click();
  const next = page.getByRole('button', { name: '下一步', exact: true });
  await next.click();
  await page.getByText('争议处理至少需要一个文件，请上传证据').waitFor();
  const choose = (name: string, salt: string) =>
    page
      .locator('input[type=file][name=evidence]')
      .setInputFiles([{ name, mimeType: 'application/pdf', buffer: pdf(salt) }]);
  await choose('签收单.pdf', 'signed');
  await page.getByRole('button', { name: '移除 签收单.pdf' }).waitFor();
  await expectFit(page);
  // It is there after a look elsewhere, too.
  await page.reload();
  await page.getByRole('button', { name: '更正处理结果' }).click();
  await page.getByRole('radio', { name: /争议处理/ }).click();
  await page.getByRole('button', { name: '移除 签收单.pdf' }).waitFor();
  await page.getByLabel(/处理说明/).fill('已送达并由本人签收');
  await next.click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toContain('签收单.pdf');
  await dialog.getByRole('button', { name: '提交：争议处理' }).click();
  await page.getByRole('button', { name: /^下载 签收单\.pdf/ }).waitFor();
  expect(await last()).toMatchObject([
    { action: 'REFUND', closedTime: expect.any(Date) },
    { number: 2, action: 'DISPUTE', closedTime: null },
  ]);

  // Corrected once more: the former one's file can be left out, and stays its proof.
  await page.getByRole('button', { name: '更正处理结果' }).click();
  await page.getByRole('button', { name: '移除 签收单.pdf' }).click();
  await choose('聊天记录.pdf', 'chat');
  await page.getByRole('button', { name: '移除 聊天记录.pdf' }).waitFor();
  await next.click();
  expect(await dialog.textContent()).not.toContain('签收单.pdf');
  await dialog.getByRole('button', { name: '提交：争议处理' }).click();
  await page.getByRole('button', { name: /^下载 聊天记录\.pdf/ }).waitFor();
  const files = await system.core.db
    .selectFrom('alertEvidence')
    .select(['fileName', 'feedbackId'])
    .where('alertRef', '=', alert.id)
    .execute();
  const [, dispute, again] = await last();
  expect(new Map(files.map(({ fileName, feedbackId }) => [fileName, feedbackId]))).toEqual(
    new Map([
      ['签收单.pdf', dispute?.id],
      ['聊天记录.pdf', again?.id],
    ]),
  );
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('A-368 a file whose term is over says so, and isn’t offered', async () => {
  const { page, complaints, merchant, alert } = await waiting({ locale: 'en' });
  const token = await merchant.token();
  const path = `/api/v1/alerts/${alert.id}`;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf('old'))]), 'proof of delivery.pdf');
  const { id } = (await system.client.call<{ id: string }>('POST', `${path}/evidence`, { token, body: form })).body
    .data;
  const dispute = { action: 'DISPUTE', reason: 'delivered', evidence: [id] };
  await system.client.call('PUT', `${path}/process`, { token, body: dispute });
  const then = new Date(Date.now() - 800 * 86_400_000);
  await system.core.db.updateTable('alertEvidence').set({ createdTime: then }).where('id', '=', id).execute();
  await system.core.db
    .updateTable('alertFeedbacks')
    .set({ submittedTime: then })
    .where('alertRef', '=', alert.id)
    .execute();
  expect(await sweepKeptEvidence(system.core)).toBe(1);
  await openAs(page, system.url, `/alerts/${alert.id}`, merchant);
  await page.getByText(/^Removed after 24 months, on .*; its name, size and checksum are kept\.$/).waitFor();
  expect(await page.getByRole('button', { name: /proof of delivery/ }).count()).toBe(0);
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('A-158 A-169 A-170 the mail’s link asks for the refund’s reference, checks while typing, and confirms it', async () => {
  const { page, complaints, merchant, alert } = await waiting({ phone: true });
  const link = { alertRef: alert.id, merchantId: merchant.id, recipient: merchant.email };
  const expiresTime = new Date(Date.now() + 3_600_000);
  const token = await createAnswerLink(system.core.db, { ...link, expiresTime }, new Date());
  await page.goto(`${system.url}/answer?token=${token}`);
  const reference = page.getByLabel(/^退款凭证/);
  await page.getByRole('radio', { name: /确认交易/ }).click();
  expect(await reference.count()).toBe(0);
  await page.getByRole('radio', { name: /申请退款/ }).click();
  await reference.fill('x'.repeat(101));
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('input[name=refundReference][aria-invalid=true]').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await reference.fill('ARN-7410');
  await expect.poll(() => page.locator('input[name=refundReference][aria-invalid=true]').count()).toBe(0);
  await expectFit(page);
  await page.getByRole('button', { name: '下一步' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toContain('ARN-7410');
  await dialog.getByRole('button', { name: '提交：申请退款' }).click();
  await page.getByText('已收到您的答复').waitFor();
  const { body } = await system.client.call<{ answer: object }>('GET', `/api/v1/alerts/${alert.id}`, {
    token: await merchant.token(),
  });
  expect(body.data.answer).toMatchObject({ action: 'REFUND', refundReference: 'ARN-7410' });
  expect(complaints).toEqual([]);
});
