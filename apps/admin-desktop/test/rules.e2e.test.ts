import { execute } from '@forewarn/core/kernel/execute';
import { backTest, createRule, switchOnRule } from '@forewarn/core/response-rules';
import { buildMerchant, testCaller } from '@forewarn/core/testing';
import { expect, test } from 'vitest';
import { expectAccessible } from './browser.ts';
import { startDesk } from './desk.ts';

const desk = startDesk();

const SMALL = {
  name: '小额退款',
  conditions: {
    currency: 'USD',
    minAmount: null,
    maxAmount: 25,
    reasonCodes: ['10.4'],
    brands: ['VISA' as const],
    descriptors: ['NORTH*SHOP'],
    riskLevels: ['LOW' as const],
  },
  mode: 'ANSWER' as const,
  minutesBefore: 120,
  action: 'REFUND' as const,
  reason: '金额很小',
  dailyCount: 20,
  dailySum: 500,
};

test('A-383 desktop: staff read a merchant’s rules in words and pause one with a reason; the merchant alone switches it on again', async () => {
  const { core } = desk.system;
  const merchant = await buildMerchant(core.db, { companyName: 'Ruled Shop' });
  const caller = testCaller(merchant.actor);
  const { id } = await execute(core, caller, createRule, SMALL);
  await execute(core, caller, backTest, { id });
  await execute(core, caller, switchOnRule, { id, confirm: SMALL.name });
  await execute(core, caller, createRule, { ...SMALL, name: '只给建议的规则', mode: 'SUGGEST' });

  const { page, complaints, desktop, admin } = await desk.open(`/merchants/${merchant.id}`);
  await page.getByRole('tab', { name: '规则' }).click();
  await page.getByText('小额退款').waitFor();
  const rule = page.getByRole('listitem').filter({ hasText: '小额退款' });
  const words = (await rule.innerText()).replace(/\s+/g, ' ');
  for (const part of [
    '截止前 2 小时自动处理',
    '申请退款',
    '至多 USD 25.00',
    '低风险',
    'Visa',
    'NORTH*SHOP',
    '10.4',
    '24 小时内最多 20 条',
    'USD 500.00',
  ])
    expect(words).toContain(part);
  await expectAccessible(page);

  await rule.getByRole('button', { name: '暂停' }).click();
  const dialog = page.getByRole('dialog', { name: '代商户暂停规则“小额退款”？' });
  await dialog.getByRole('button', { name: '暂停' }).click();
  await dialog.getByText('请填写 2–500 字的原因').waitFor();
  await dialog.getByLabel('原因').fill('商户来电要求');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '暂停' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await rule.getByText('平台暂停').waitFor();
  expect(await rule.getByRole('button').count(), 'nothing here switches it on').toBe(0);

  const audited = await core.db
    .selectFrom('auditLogs')
    .select('detail')
    .where('action', '=', 'admin.rules.pause')
    .where('actorId', '=', admin.id)
    .execute();
  expect(audited.map(({ detail }) => detail)).toEqual([expect.stringContaining('商户来电要求')]);
  expect(complaints).toEqual([]);
  desktop.dispose();
});
