import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, unique } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launch, openPage, signIn } from './browser.ts';
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

test('a descriptor of unmatched alerts that nobody enrolled is enrolled for a merchant', async () => {
  const companyName = `Ghost ${unique()}`;
  const merchant = await system.merchant({ companyName });
  const descriptor = `GHOST ${unique().toUpperCase()}`.slice(0, 22);
  for (const cardBin of ['411111', '411111', '555555'])
    await buildAlert(system.core.db, {
      merchantId: null,
      matchStatus: 'UNMATCHED',
      descriptor,
      cardBin,
      alertTime: new Date(Date.now() - 3_600_000),
    });
  const { page, complaints } = await openPage(browser);
  const admin = await system.staff();
  await page.goto(`${preview.url}/descriptors`);
  await signIn(page, admin.email, admin.password);
  await page.getByRole('heading', { name: '未报备描述符' }).waitFor();
  await page.getByText(descriptor, { exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: `为商户报备 ${descriptor}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '新增并提交报备' }).click();
  await dialog.getByText('请选择商户').waitFor();
  await dialog.getByLabel('商户').fill(companyName);
  await page.getByRole('option', { name: companyName }).click();
  await dialog.getByLabel('5555** · 无 CAID · 1 条').check();
  await dialog.getByRole('button', { name: '新增并提交报备' }).click();
  await page.getByText(`已为商户提交报备：${descriptor}`).waitFor();
  await page.getByText(descriptor, { exact: true }).waitFor({ state: 'detached' });
  const cards = await system.core.db
    .selectFrom('merchantCards')
    .select(['descriptor', 'cardBin', 'notifyEmail'])
    .where('merchantId', '=', merchant.id)
    .execute();
  expect(cards).toEqual([{ descriptor, cardBin: '555555', notifyEmail: merchant.email }]);
  expect(complaints).toEqual([]);
});
