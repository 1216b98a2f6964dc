import { buildAlert, buildUser } from '@forewarn/core/testing';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, expectAccessible } from './browser.ts';
import { startDesk } from './desk.ts';

const desk = startDesk();

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const headers = (page: Page) => page.getByRole('columnheader').allInnerTexts();
const amounts = (page: Page) => page.getByRole('row').getByRole('cell').filter({ hasText: /USD/ }).allInnerTexts();

test('A-126 A-127 A-128 A-129 desktop: columns are chosen, survive a reload, and are each person’s own on this computer', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Columns Ltd.' });
  await buildAlert(desk.system.core.db, { merchantId: merchant.id, alertTime: ago(1) });
  const { page, complaints, desktop } = await desk.open(`/alerts?merchantId=${merchant.id}`);
  await page.getByRole('link', { name: /打开预警/ }).waitFor();
  expect((await headers(page)).join()).not.toContain('交易号');
  await page.getByRole('button', { name: '显示' }).click();
  const display = page.getByRole('dialog', { name: '显示' });
  expect(await display.getByLabel('预警 / 时间').isDisabled(), 'the row’s link stays').toBe(true);
  await display.getByLabel('交易号').check();
  await display.getByLabel('卡组织').check();
  await display.getByLabel('风险').uncheck();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('columnheader', { name: '交易号' }).waitFor();
  const shown = (await headers(page)).join();
  expect(shown).toContain('卡组织');
  expect(shown).not.toContain('风险');
  await page.getByRole('button', { name: '显示' }).click();
  await page.getByRole('button', { name: '恢复默认列' }).click();
  await page.getByRole('columnheader', { name: '风险' }).waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-135 A-136 A-139 desktop: what needs an answer comes most urgent first: sooner and larger', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Urgent Ltd.' });
  const alert = (hours: number, amount: string) =>
    buildAlert(desk.system.core.db, { merchantId: merchant.id, alertTime: ago(hours), amount });
  await alert(2, '11.0000');
  await alert(1, '9000.0000');
  await alert(20, '5.0000');
  const { page, complaints, desktop } = await desk.open(`/alerts?merchantId=${merchant.id}&needsAnswer=true`);
  await eventually(async () => (await amounts(page)).length).toBe(3);
  // 4 hours left; then 9,000 counts six hours against the hour it came later.
  expect((await amounts(page)).map((text) => text.replace(/\s/g, ' '))).toEqual([
    'USD 5.00',
    'USD 9,000.00',
    'USD 11.00',
  ]);
  await page.getByRole('button', { name: '显示' }).click();
  await page.getByLabel('排序').selectOption({ label: '最新' });
  await eventually(() => amounts(page)).toEqual([
    expect.stringContaining('9,000'),
    expect.stringContaining('11.00'),
    expect.stringContaining('5.00'),
  ]);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('alertTime');
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-131 A-140 desktop: filters behind “more” stand as chips and in the address; who is in charge is asked of one merchant’s people', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Charge Ltd.' });
  const { db } = desk.system.core;
  const colleague = await buildUser(db, merchant.id, { name: '王芳' });
  const mine = await buildAlert(db, { merchantId: merchant.id, alertTime: ago(1), descriptor: 'CHARGE ONE' });
  await buildAlert(db, { merchantId: merchant.id, alertTime: ago(1), descriptor: 'CHARGE TWO' });
  await db.updateTable('chargebackAlerts').set({ assignedTo: colleague.id }).where('id', '=', mine.id).execute();
  const { page, complaints, desktop } = await desk.open('/alerts');
  await page
    .getByRole('link', { name: /打开预警/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: '更多筛选' }).click();
  await page.getByLabel('卡组织').waitFor();
  expect(await page.getByLabel('负责人').count(), 'over all merchants there is nobody to choose among').toBe(0);

  await page.goto(desk.url(`/alerts?merchantId=${merchant.id}`));
  await eventually(() => page.getByRole('link', { name: /打开预警/ }).count()).toBe(2);
  await page.getByRole('button', { name: '更多筛选' }).click();
  await page.getByLabel('负责人').selectOption(String(colleague.id));
  await eventually(() => page.getByRole('link', { name: /打开预警/ }).count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(new URL(page.url()).searchParams.get('assignee')).toBe(String(colleague.id));
  await expectAccessible(page);
  await page.getByRole('button', { name: /^取消筛选：负责人: 王\*/ }).click();
  await eventually(() => page.getByRole('link', { name: /打开预警/ }).count()).toBe(2);
  await page.getByRole('searchbox').fill('CHARGE TW');
  await eventually(() => page.getByRole('link', { name: /打开预警/ }).count()).toBe(1);
  expect(complaints).toEqual([]);
  desktop.dispose();
});
