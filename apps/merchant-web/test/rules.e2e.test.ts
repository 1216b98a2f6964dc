import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { runRules } from '@forewarn/core/response-rules';
import { buildAlert } from '@forewarn/core/testing';
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

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(system.core.now().getTime() - hours * HOUR);

test('a rule is written with its fits counted, tried, switched on by its name, and answers; the alert says so before and after', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  const { db } = system.core;
  const merchantId = merchant.id;
  const past = await buildAlert(db, { merchantId, alertTime: ago(48), amount: '12.0000' });
  const set = { processStatus: 'PROCESSED', processAction: 'CONFIRM_TRANSACTION' } as const;
  await db.updateTable('chargebackAlerts').set(set).where('id', '=', past.id).execute();
  const open = await buildAlert(db, { merchantId, alertTime: ago(22.5) });
  await buildAlert(db, { merchantId, alertTime: ago(1), amount: '500.0000' });

  await openAs(page, system.url, '/rules', merchant);
  await page.getByText('还没有规则').waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '新建规则' }).click();
  const form = page.getByRole('dialog', { name: '新建规则' });
  await form.getByLabel('规则名称').fill('小额退款');
  await form.getByLabel('最高金额').fill('50');
  await form.getByRole('button', { name: '保存规则' }).click();
  await form.getByText('请先选择币种，金额才有意义。').waitFor();
  await form.getByLabel('币种', { exact: true }).selectOption('USD');
  await form.getByText('2 条待处理预警中，现在有 1 条符合这些条件。').waitFor();
  await form.getByLabel('处理说明').fill('小额交易按政策退款');
  await form.getByRole('button', { name: '保存规则' }).click();
  await form.getByText('自动回复“已退款”的规则须设置 24 小时金额上限。').waitFor();
  await form.getByLabel('交易金额合计').fill('200');
  await expectFit(page);
  await form.getByRole('button', { name: '保存规则' }).click();
  await form.waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: '试运行并启用' }).click();
  const dialog = page.getByRole('dialog', { name: '启用“小额退款”' });
  await dialog.getByText('这条规则会处理 1 条').waitFor();
  await dialog.getByRole('link', { name: past.alertId }).waitFor();
  await dialog.getByText('您当时：确认交易').waitFor();
  const confirm = dialog.getByRole('button', { name: '启用规则' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel(/请输入规则名称以确认/).fill('小额退款');
  await expectFit(page);
  await confirm.click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('已启用', { exact: true }).waitFor();

  await page.goto(`${system.url}/alerts/${open.id}`);
  await page.getByText('规则“小额退款”将自动处理').waitFor();
  await expectFit(page);

  // Its moment comes.
  const deadline = new Date(system.core.now().getTime() + HOUR / 2);
  await db.updateTable('chargebackAlerts').set({ deadline }).where('id', '=', open.id).execute();
  expect(await runRules(system.core)).toBe(1);
  await page.reload();
  await page.getByText('规则“小额退款”自动提交了处理结果').waitFor();
  await page.goto(`${system.url}/rules`);
  await page.getByText('近 30 天自动处理 1 条').waitFor();
  await page.getByRole('button', { name: '暂停', exact: true }).click();
  await page.getByText('符合的预警留给人工处理').waitFor();
  expect(complaints).toEqual([]);
});

test('a rule’s place in the order can be changed, everything can be stopped', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en', dark: true });
  const merchant = await system.merchant();
  const { db } = system.core;
  const at = system.core.now();
  for (const [index, name] of ['First', 'Second'].entries())
    await db
      .insertInto('responseRules')
      .values({
        ...{ merchantId: merchant.id, position: index + 1, name, state: 'ON', mode: 'ANSWER', minutesBefore: 60 },
        conditions: JSON.stringify({ currency: 'USD', maxAmount: 20, riskLevels: ['HIGH'], brands: ['VISA'] }),
        ...{ action: 'IGNORE', reason: 'small', dailyCount: 20, contentSha256: Buffer.alloc(32) },
        ...{ createdBy: 'test', createdTime: at, updatedTime: at },
      })
      .execute();
  await openAs(page, system.url, '/rules', merchant);
  const rules = page.getByRole('list', { name: /规则列表|^Rules$/ }).locator('> li');
  await rules.nth(1).waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: 'Move “Second” up' }).click();
  await rules.first().getByText('Second', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Pause all' }).click();
  await page.getByRole('dialog', { name: 'Pause all rules?' }).getByRole('button', { name: 'Pause all rules' }).click();
  await expect.poll(() => page.getByText('Paused', { exact: true }).count()).toBe(2);

  await page.getByRole('button', { name: 'More for “First”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete the rule?' }).getByRole('button', { name: 'Delete rule' }).click();
  await expect.poll(() => rules.count()).toBe(1);
  expect(complaints).toEqual([]);
});
