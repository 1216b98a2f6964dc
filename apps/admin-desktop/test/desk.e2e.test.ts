import { buildAlert } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, expectAccessible } from './browser.ts';
import { startDesk } from './desk.ts';

const desk = startDesk();

const items = (page: Page) => page.getByRole('navigation', { name: '等待处理的预警' }).getByRole('button');
const alertsOf = (merchantId: number) =>
  desk.system.core.db
    .selectFrom('chargebackAlerts')
    .select(['id', 'matchTier'])
    .where('merchantId', '=', merchantId)
    .execute();

test('A-358 desktop: a descriptor is learnt after a dry run; those that wait go along, later ones by themselves, until it is forgotten', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Learning Shop' });
  await desk.push({ descriptor: 'LEARNT SHOP', cardBin: '455601' }, 4);
  await desk.push({ descriptor: 'LEARNT OTHER', cardBin: '455602' });
  const { page, complaints, desktop } = await desk.open('/queue?keyword=LEARNT');
  await items(page).nth(4).waitFor();
  await items(page).filter({ hasText: 'LEARNT SHOP' }).first().click();
  await page.getByLabel('指派给').fill('Learning');
  await page.getByRole('option', { name: /Learning Shop/ }).click();
  await page.getByLabel('记住：描述符“LEARNT SHOP”属于Learning Shop').check();
  await page.getByText('队列中另有 3 条会一并归属').waitFor();
  await page.getByText('4 条预警将归属 Learning Shop').waitFor();
  await expectAccessible(page);
  await page.getByLabel('理由').fill('商户来电确认');
  await page.getByRole('button', { name: '指派 4 条' }).click();
  await page.getByText('已将 4 条指派给 Learning Shop').waitFor();
  await eventually(() => items(page).count()).toBe(1);
  await page.locator('[aria-current=true]').filter({ hasText: 'LEARNT OTHER' }).waitFor();

  await desk.push({ descriptor: 'learnt  shop', cardBin: '455603' });
  await eventually(
    async () => (await alertsOf(merchant.id)).filter(({ matchTier }) => matchTier === 'ALIAS').length,
  ).toBe(1);

  await page.goto(desk.url('/aliases'));
  await page.getByRole('button', { name: '删除别名 LEARNT SHOP' }).click();
  await expectAccessible(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('商户已转让店铺');
  await dialog.getByRole('button', { name: '删除别名' }).click();
  await page.getByText('还没有描述符别名').waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-358 desktop: the missing card is added from the alert, and the alert goes with it', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Cardless Shop' });
  await desk.push({ descriptor: 'CARDLESS SHOP', cardBin: '455604', caid: 'CAID-604' });
  const { page, complaints, desktop } = await desk.open('/queue?keyword=CARDLESS');
  await items(page).first().waitFor();
  await page.getByLabel('指派给').fill('Cardless');
  await page.getByRole('option', { name: /Cardless Shop/ }).click();
  await page.getByRole('button', { name: '为该商户新建授权卡…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('CAID-604').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '新建并提交报备' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByLabel('理由').fill('商户确认是其店铺');
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await page.getByText('已指派给 Cardless Shop').waitFor();
  const card = await desk.system.core.db
    .selectFrom('merchantCards')
    .select(['id', 'cardBin', 'caid', 'descriptor'])
    .where('merchantId', '=', merchant.id)
    .executeTakeFirstOrThrow();
  expect(card).toMatchObject({ cardBin: '455604', caid: 'CAID-604', descriptor: 'CARDLESS SHOP' });
  const alert = await desk.system.core.db
    .selectFrom('chargebackAlerts')
    .select('cardId')
    .where('merchantId', '=', merchant.id)
    .executeTakeFirstOrThrow();
  expect(alert.cardId).toBe(card.id);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-105 A-331 A-332 desktop: renamed fields are found in the message, tried, saved, and all alike processed again', async () => {
  const alertIds = ['MAPPED-1', 'MAPPED-2', 'MAPPED-3'];
  for (const alertNo of alertIds)
    await desk.push({ alertId: null, alertNo, amount: null, txn: { sum: '12.50' }, descriptor: 'MAPPED SHOP' });
  const { page, complaints, desktop } = await desk.open('/deliveries');
  await eventually(() => page.getByRole('row').count()).toBe(4);
  await page.getByRole('row').nth(1).getByRole('link').click();
  const problems = page.getByRole('table', { name: '无法识别的字段' });
  await problems.getByText('没有此字段').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: '预警编号在消息中的位置' }).fill('alertNo');
  await page.getByRole('combobox', { name: '金额在消息中的位置' }).fill('txn.sum');
  await page.getByText('可以识别：将生成一条新预警').waitFor();
  const compared = await page.getByRole('table', { name: '字段对比' }).innerText();
  expect(compared).toMatch(/3-D Secure\s+[是否]/);
  expect(compared, 'amounts in their currency').toMatch(/[A-Z]{3}\s12\.50|JPY\s12\.5/);
  expect(compared, 'codes in words').not.toMatch(
    /\b(true|false|ETHOCA|CREDIT|DEBIT|LOW|MEDIUM|HIGH|VISA|MASTERCARD|AMEX)\b|\d{4}-\d\d-\d\dT/,
  );
  await page.getByText('映射有未保存的修改').waitFor();
  await page.getByLabel('修改理由').fill('服务商改了字段名');
  await page.getByRole('button', { name: '保存映射' }).click();
  await page.getByText('字段映射已保存为第 1 版').waitFor();
  await page.getByLabel('同时重新处理另外 2 条同样原因的推送').check();
  await page.getByRole('textbox', { name: '理由', exact: true }).fill('映射已修正');
  await page.getByRole('button', { name: '重新处理' }).click();
  await page.getByText('3 条已排队').waitFor();
  await eventually(async () => {
    const rows = await desk.system.core.db
      .selectFrom('chargebackAlerts')
      .select('alertId')
      .where('alertId', 'in', alertIds)
      .execute();
    return rows.length;
  }).toBe(3);
  await page.getByRole('link', { name: /查看预警 MAPPED-/ }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-159 A-383 desktop: a dispute is answered in the merchant’s place, with evidence and why', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Closed Office' });
  const alert = await buildAlert(desk.system.core.db, { merchantId: merchant.id, alertTime: new Date() });
  const { page, complaints, desktop } = await desk.open(`/alerts/${alert.id}`);
  await page.getByRole('button', { name: '代商户答复' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('处理方式').selectOption({ label: '争议处理' });
  await dialog.getByRole('textbox', { name: '理由', exact: true }).fill('货物已签收');
  await dialog.getByRole('button', { name: '提交答复' }).click();
  await dialog.getByText('选择“争议处理”时须至少添加一个证据文件').waitFor();
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf('desk')) });
  await dialog.getByText('receipt.pdf').waitFor();
  await dialog.getByLabel('代为答复的原因').fill('商户办公室停电');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '提交答复' }).click();
  await page.getByText('赵强代商户提交了处理结果').waitFor();
  await page.getByRole('button', { name: '查看 receipt.pdf' }).waitFor();
  await page.getByRole('link', { name: '查看这条预警的接口调用' }).click();
  await page.getByRole('button', { name: `仅看 预警 ${alert.alertId}` }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-156 A-363 A-383 desktop: a refused answer is corrected in the merchant’s place, and its papers are saved', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Corrected Shop' });
  const alert = await buildAlert(desk.system.core.db, { merchantId: merchant.id, alertTime: new Date() });
  await desk.control('faults', { target: 'provider.feedback', mode: 'business', times: 1 });
  const { page, complaints, desktop } = await desk.open(`/alerts/${alert.id}`);
  await page.getByRole('button', { name: '代商户答复' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('处理方式').selectOption({ label: '申请退款' });
  await dialog.getByLabel('退款凭证号').fill('RF-901');
  await dialog.getByRole('textbox', { name: '理由', exact: true }).fill('已退款给持卡人');
  await dialog.getByLabel('代为答复的原因').fill('商户来电委托');
  await dialog.getByRole('button', { name: '提交答复' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: '更正处理结果' }).click({ timeout: 60_000 });
  const correcting = page.getByRole('dialog', { name: '代商户更正处理结果' });
  expect(await correcting.getByLabel('退款凭证号').inputValue(), 'the former answer stands there').toBe('RF-901');
  await expectAccessible(page);
  await correcting.getByLabel('退款凭证号').fill('RF-902');
  await correcting.getByLabel('代为答复的原因').fill('凭证号写错了');
  await correcting.getByRole('button', { name: '更正处理结果' }).click();
  await correcting.waitFor({ state: 'hidden' });
  await page.getByText('服务商已收到，不能再更改。').waitFor({ timeout: 60_000 });
  await page.getByText('RF-902').waitFor();
  await page.getByRole('heading', { name: '更正前的处理结果（1）' }).waitFor();

  await page.getByRole('button', { name: '保存 PDF' }).click();
  await page.getByText(`已保存 alert-${alert.alertId}.pdf`).waitFor();
  await page.getByRole('button', { name: '保存处理凭证' }).click();
  await page.getByText(`已保存 receipt-${alert.alertId}.pdf`).waitFor();
  for (const content of desktop.saved.values())
    expect(Buffer.from(content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(desktop.saved.size).toBe(2);
  expect(complaints).toEqual([]);
  desktop.dispose();
});
