import { readFile } from 'node:fs/promises';
import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, unique } from '@forewarn/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function merchantWith(alerts: number) {
  const merchant = await system.merchant();
  const at = (n: number) => new Date(Date.now() - (n + 1) * 60_000);
  const made: { id: number; alertId: string }[] = [];
  for (let n = 0; n < alerts; n++)
    made.push(
      await buildAlert(system.core.db, {
        merchantId: merchant.id,
        alertId: `BATCH-${unique()}`,
        alertTime: at(n),
        amount: n === 0 ? '5000' : '19.90',
        currency: n === 0 ? 'JPY' : 'USD',
      }),
    );
  return { merchant, made };
}

const hold = (id: number, holdReason: string | null) =>
  system.core.db.updateTable('chargebackAlerts').set({ holdReason }).where('id', '=', id).execute();
const choose = (page: Page, alertId: string) => page.getByRole('checkbox', { name: alertId }).check();

test('A-137 A-364 three chosen, one refused, and retried with one click', async () => {
  const { page, complaints } = await visit(browser);
  const { merchant, made } = await merchantWith(3);
  await openAs(page, system.url, '/alerts', merchant);
  for (const { alertId } of made) await choose(page, alertId);
  const bar = page.getByRole('region', { name: '批量操作' });
  expect(await bar.textContent()).toMatch(/已选 3 条.*JPY.*5,000.*39\.8/);
  await bar.getByRole('button', { name: '批量处理（3）' }).click();

  const dialog = page.getByRole('dialog', { name: '批量处理 3 条预警' });
  expect(await dialog.getByRole('radio', { name: /争议处理/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByText('请选择一种处理方式').waitFor();
  await dialog.getByRole('radio', { name: /确认交易/ }).click();
  await dialog.locator('[name=reason]').fill('已核对，交易属实');
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByText('这 3 条提交后会逐条送往预警服务方').waitFor();

  const refused = made[1]?.id ?? 0;
  await hold(refused, 'AMBIGUOUS_MERCHANTS');
  await dialog.getByRole('button', { name: '提交 3 条：确认交易' }).click();
  const results = page.getByRole('dialog', { name: '批量处理结果' });
  await results.getByText('2 条已提交，1 条未能提交').waitFor();
  await hold(refused, null);
  await results.getByRole('button', { name: '重试 1 条' }).click();
  await results.getByText('3 条已提交', { exact: true }).waitFor();
  await results.getByText('关闭', { exact: true }).click();
  await bar.waitFor({ state: 'detached' });
  const answers = await system.core.db
    .selectFrom('alertFeedbacks')
    .select('action')
    .where(
      'alertRef',
      'in',
      made.map(({ id }) => id),
    )
    .execute();
  expect(answers.map(({ action }) => action)).toEqual(Array(3).fill('CONFIRM_TRANSACTION'));
  expect(complaints).toEqual([]);
});

test('A-138 what is chosen goes into a file at once', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const { merchant, made } = await merchantWith(3);
  await openAs(page, system.url, '/alerts', merchant);
  for (const { alertId } of made.slice(0, 2)) await choose(page, alertId);
  await page
    .getByRole('region', { name: 'Act on the selected alerts' })
    .getByRole('button', { name: 'Export' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Export alerts' });
  await dialog.getByText('The 2 alerts you selected.').waitFor();
  await dialog.getByText('CSV', { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(made.map(({ alertId }) => text.includes(`"${alertId}"`))).toEqual([true, true, false]);
  expect(text).toContain('"Alert time (Asia/Shanghai)"');
  await dialog.getByText('2 alerts saved.').waitFor();
  expect(complaints).toEqual([]);
});

test('A-371 more than a thousand are made in the background, fetched and deleted; on a phone as well', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const { merchant, made } = await merchantWith(1);
  const { id: _, ...row } = await system.core.db
    .selectFrom('chargebackAlerts')
    .select([
      'id',
      'merchantId',
      'descriptor',
      'amount',
      'currency',
      'alertTime',
      'deadline',
      'riskLevel',
      'matchStatus',
    ])
    .select(['matchTier', 'deliveryId', 'contentSha256', 'createdTime', 'updatedTime', 'program'])
    .where('id', '=', made[0]?.id ?? 0)
    .executeTakeFirstOrThrow();
  const more = Array.from({ length: 1100 }, (_, n) => ({ ...row, alertId: `MANY-${merchant.id}-${n}` }));
  await system.core.db.insertInto('chargebackAlerts').values(more).execute();
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出预警' });
  await dialog.getByText('符合当前筛选条件的 1,101 条预警。').waitFor();
  await dialog.getByText('CSV', { exact: true }).click();
  await dialog.getByRole('button', { name: '开始导出' }).click();
  await dialog.getByText('可下载', { exact: true }).waitFor({ timeout: 60_000 });
  await expectFit(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^alerts-.*\.csv$/);
  expect((await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')).toHaveLength(1102);
  await dialog.getByRole('button', { name: '删除' }).click();
  await dialog.getByText('已删除', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('A-137 A-153 with a finger: a tap anywhere on a card chooses it, done choosing lets go of all, and Answer lands on the form', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const { merchant } = await merchantWith(3);
  await openAs(page, system.url, '/alerts', merchant);
  await page.getByRole('button', { name: '选择', exact: true }).tap();
  const cards = page.getByRole('list', { name: '预警列表' }).getByRole('article');
  await cards.nth(0).tap({ position: { x: 120, y: 20 } });
  await cards.nth(1).tap({ position: { x: 20, y: 60 } });
  const bar = page.getByRole('region', { name: '批量操作' });
  await bar.getByText('已选 2 条').waitFor();
  expect(await bar.textContent()).toMatch(/JPY.*5,000/);
  await expectFit(page);
  await cards.nth(1).tap({ position: { x: 20, y: 60 } });
  await bar.getByText('已选 1 条').waitFor();
  await page.getByRole('button', { name: '完成选择' }).tap();
  await bar.waitFor({ state: 'detached' });

  await cards.nth(0).getByRole('link', { name: /处理/ }).tap();
  const form = page.getByRole('heading', { name: '选择处理方式' });
  await form.waitFor();
  await expect.poll(async () => (await form.boundingBox())?.y ?? -1).toBeLessThan(200);
  expect((await form.boundingBox())?.y).toBeGreaterThan(52);
  expect(complaints).toEqual([]);
});
