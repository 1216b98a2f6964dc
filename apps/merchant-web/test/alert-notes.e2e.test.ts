import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, buildUser } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web'] }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('A-153 on a phone: a note is written for a colleague, who is told, and taken back', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  const colleague = await buildUser(system.core.db, merchant.id, { name: '李敏' });
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id, alertTime: new Date() });
  await openAs(page, system.url, `/alerts/${alert.id}`, merchant);
  const notes = page.locator('section').filter({ has: page.getByRole('heading', { name: '内部备注' }) });
  await notes.getByLabel('写备注').fill('请核实物流\n单号在订单里');
  await notes.getByLabel('提醒同事').selectOption('李敏');
  await notes.getByRole('button', { name: '不提醒 李敏' }).waitFor();
  await expectFit(page);
  await notes.getByRole('button', { name: '添加备注' }).click();
  await notes.getByText('已提醒 李敏').waitFor();
  expect(await notes.getByLabel('写备注').inputValue()).toBe('');
  const mail = await system.core.db
    .selectFrom('emailMessages')
    .select('kind')
    .where('recipient', '=', colleague.email)
    .execute();
  expect(mail).toEqual([{ kind: 'alert.mentioned' }]);
  await notes.getByLabel('负责人').selectOption('李敏');
  await page.getByText('Zhang San把预警交给 李敏').waitFor();
  await page.reload();
  await notes.getByText('请核实物流').waitFor();
  await notes.getByRole('button', { name: /^删除备注：请核实物流/ }).click();
  await expect.poll(() => notes.getByText('请核实物流').count()).toBe(0);
  expect(complaints).toEqual([]);
});
