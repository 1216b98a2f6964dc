import { buildAlert } from '@forewarn/core/testing';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, expectAccessible } from './browser.ts';
import { startDesk } from './desk.ts';

const desk = startDesk();

async function refund(dialog: Locator): Promise<void> {
  await dialog.getByLabel('处理方式').selectOption({ label: '申请退款' });
  await dialog.getByRole('textbox', { name: '理由', exact: true }).fill('已退款给持卡人');
  await dialog.getByLabel('代为答复的原因').fill('商户来电委托');
  await dialog.getByRole('button', { name: '提交答复' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

const state = async (id: number) =>
  (
    await desk.system.core.db
      .selectFrom('chargebackAlerts')
      .select('feedbackStatus')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).feedbackStatus;

test('A-363 A-383 desktop: an answer that ran out of time is sent again as it was, and arrives once', async () => {
  const { db } = desk.system.core;
  const merchant = await desk.system.merchant({ companyName: 'Unlucky Shop' });
  const alert = await buildAlert(db, { merchantId: merchant.id, alertTime: new Date() });
  await desk.control('faults', { target: 'provider.feedback', mode: '500', times: 1000 });
  const { page, complaints, desktop } = await desk.open(`/alerts/${alert.id}`);
  await page.getByRole('button', { name: '代商户答复' }).click();
  await refund(page.getByRole('dialog'));
  await eventually(() => state(alert.id)).toBe('PENDING_RETRY');
  // Its time is up: the next look gives it up.
  await eventually(async () => {
    await db
      .updateTable('outbox')
      .set({ deadline: new Date(), nextTime: new Date() })
      .where('topic', '=', 'alert.answer')
      .where('status', '=', 0)
      .where('leaseToken', 'is', null)
      .execute();
    return state(alert.id);
  }).toBe('EXPIRED');

  const again = page.getByRole('button', { name: '重新送出' });
  await again.waitFor({ timeout: 60_000 });
  await expectAccessible(page);
  await desk.heal();
  await again.click();
  await page.getByText('已排队重新送出').waitFor();
  await page.getByText('服务商已收到，不能再更改。').waitFor({ timeout: 60_000 });
  await page.getByText('赵强重新送出处理结果').waitFor();
  expect(await again.count()).toBe(0);
  expect(complaints).toEqual([]);
  desktop.dispose();
});
