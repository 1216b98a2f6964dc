import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, fillSignIn, launch, openAs, visit } from './browser.ts';
import { merchantWithCard, network, numberOf } from './network.ts';

let system: TestSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const ARN = () => `74${String(Date.now()).padStart(13, '0')}${Math.floor(Math.random() * 1e8)}`.slice(0, 23);
const DETAILS = {
  cardType: 'CREDIT',
  cardBrand: 'VISA',
  issuer: 'First National Bank',
  cardholderName: 'Wang Xiaoming',
  cardLast4: '4242',
  transactionTime: '2026-11-20T10:15:00Z',
  orderId: 'ORD-8841',
  riskScore: 42,
  riskReason: 'Velocity',
  authCode: '884112',
  threeDSecure: 'N',
};

/** A merchant with these alerts, in order, each at its number. */
async function alertsOf(...alerts: Record<string, unknown>[]) {
  const merchant = await merchantWithCard(system);
  const ids: number[] = [];
  for (const alert of alerts) {
    const base = { descriptor: merchant.descriptor, cardBin: '411111', amount: 129.5, currency: 'USD' };
    ids.push(await numberOf(system, merchant, await network(system).push({ ...base, ...alert }, 3)));
  }
  return { merchant, ids, path: (index: number) => `/alerts/${ids[index]}` };
}

const MOMENT = /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/;

/** What stands beside each label of that group. */
async function expectGroup(page: Page, group: string, facts: Record<string, string | RegExp>): Promise<void> {
  const place = page.locator('section').filter({ has: page.getByRole('heading', { name: group, exact: true }) });
  for (const [label, value] of Object.entries(facts)) {
    const row = place
      .last()
      .locator('dl > div')
      .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) });
    const text = (await row.locator('dd').first().textContent())?.replaceAll('\u00a0', ' ');
    if (typeof value === 'string') expect(text, label).toBe(value);
    else expect(text, label).toMatch(value);
  }
}

test('A-141 A-142 A-143 A-144 A-145 A-146 A-147 A-148 A-149 A-150 A-154 every group and field of an alert, before and after it is answered', async () => {
  const { merchant, ids, path } = await alertsOf({
    arn: ARN(),
    reasonCode: '10.4',
    riskLevel: 'HIGH',
    transactionId: 'TXN-DETAIL-1',
    additionalInfo: DETAILS,
  });
  const { page, complaints } = await visit(browser);
  await openAs(page, system.url, path(0), merchant);
  await page.getByRole('heading', { level: 1, name: 'USD129.50' }).waitFor();
  await page.getByText('持卡人的理由：欺诈：无卡交易环境').waitFor();
  await expectGroup(page, '预警信息', {
    预警编号: /^ALERT-/,
    预警时间: MOMENT,
    风险等级: '高风险',
    处理状态: '待处理',
    处理时间: '–',
    原因代码: '欺诈：无卡交易环境 (10.4)',
    网络处理结果: '–',
  });
  const badge = page.getByText('高风险', { exact: true }).first();
  const painted = await badge.evaluate((one) => {
    const probe = document.createElement('i');
    probe.style.color = 'var(--fw-danger-text)';
    one.append(probe);
    const colors = [getComputedStyle(probe).color, getComputedStyle(one).color];
    probe.remove();
    return colors;
  });
  expect(painted[1], 'a high risk stands out in the colour of danger').toBe(painted[0]);
  await expectGroup(page, '交易信息', {
    交易号: 'TXN-DETAIL-1',
    交易金额: 'USD 129.50',
    币种: 'USD',
    交易时间: '2026年11月20日 18:15',
    订单号: 'ORD-8841',
  });
  await expectGroup(page, '卡片信息', {
    卡号: '4111** … 4242',
    卡组织: 'Visa',
    卡类型: '信用卡',
    发卡行: 'First National Bank',
    持卡人: /^W\*+g$/,
    匹配依据: /描述符与卡 BIN 一致/,
  });
  await expectGroup(page, '风险信息', { 风险评分: '42', 风险原因: 'Velocity' });
  expect(await page.getByText('411111', { exact: true }).count()).toBe(0);
  await page.getByRole('heading', { name: '相关预警' }).waitFor();
  await expectFit(page);

  const body = { action: 'CONFIRM_TRANSACTION', reason: '持卡人本人签收' };
  const answered = await system.client.call('PUT', `/api/v1/alerts/${ids[0]}/process`, {
    token: await merchant.token(),
    body,
  });
  expect(answered.status).toBe(200);
  await page.reload();
  await page.getByRole('heading', { name: '您的处理结果' }).waitFor();
  await expectGroup(page, '预警信息', { 处理状态: '已处理', 处理时间: MOMENT });
  expect(complaints).toEqual([]);
});

test('A-145 A-146 A-147 A-148 A-149 A-365 what the alert doesn’t say shows “–”', async () => {
  const { merchant, path } = await alertsOf({});
  await system.core.db
    .updateTable('chargebackAlerts')
    .set({ detailsEnc: null, cardBin: null, cardBrand: null, cardLast4: null, transactionId: null, orderId: null })
    .where('merchantId', '=', merchant.id)
    .execute();
  const { page, complaints } = await visit(browser);
  await openAs(page, system.url, path(0), merchant);
  await page.getByRole('heading', { level: 1, name: 'USD129.50' }).waitFor();
  const absent = (...labels: string[]) => Object.fromEntries(labels.map((label) => [label, '–']));
  await expectGroup(page, '交易信息', absent('交易号', '交易时间', '订单号', 'ARN', '授权码', '3-D Secure'));
  await expectGroup(page, '卡片信息', absent('卡号', '卡组织', '卡类型', '发卡行', '持卡人'));
  await expectGroup(page, '风险信息', absent('风险评分', '风险原因'));
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('A-152 a suggestion says why, is used on demand and sends nothing', async () => {
  const { merchant, path } = await alertsOf({ reasonCode: '10.4', additionalInfo: DETAILS });
  const { page } = await visit(browser, { locale: 'en' });
  await openAs(page, system.url, path(0), merchant);
  const panel = page.getByRole('region', { name: 'Suggestion' });
  await panel.getByRole('heading', { name: 'Refund' }).waitFor();
  expect(await page.getByRole('radio', { name: /^Refund/ }).isChecked()).toBe(false);
  await panel.getByRole('button', { name: 'Why?' }).click();
  await panel.getByText(/The bank’s reason is fraud \(10\.4\) and there was no 3-D Secure/).waitFor();
  await panel.getByRole('button', { name: 'Use this' }).click();
  expect(await page.getByRole('radio', { name: /^Refund/ }).isChecked()).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('A-153 a mail’s link lands on the alert after signing in, on a phone, answer chosen, nothing wider than the screen', async () => {
  const { merchant, path } = await alertsOf({ reasonCode: '4837', additionalInfo: DETAILS });
  const { page, complaints } = await visit(browser, { phone: true });
  await page.goto(`${system.url}${path(0)}?action=CONFIRM_TRANSACTION`);
  await fillSignIn(page, merchant.email, merchant.password);
  await page.getByRole('heading', { level: 1, name: 'USD129.50' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(path(0));
  expect(await page.getByRole('radio', { name: /确认交易/ }).isChecked()).toBe(true);
  const bar = page.getByRole('button', { name: '下一步', exact: true });
  expect(await bar.evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
  await page.getByRole('heading', { name: '相关预警' }).waitFor();
  await expectFit(page);
  expect(complaints).toEqual([]);
});

test('A-151 other alerts of the card are counted and lead on', async () => {
  const { merchant, ids, path } = await alertsOf(
    { amount: 20, transactionId: 'T-OTHER-1', additionalInfo: { cardLast4: '4242' } },
    { amount: 349, transactionId: 'T-OTHER-2', additionalInfo: { cardLast4: '4242' } },
  );
  const { page } = await visit(browser, { locale: 'en' });
  await openAs(page, system.url, path(1), merchant);
  const related = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Related alerts' }) });
  await related.getByText('Same card', { exact: true }).waitFor();
  expect(await related.getByText('1 alert', { exact: true }).count()).toBe(2);
  await related
    .getByRole('link', { name: /USD\s20\.00/ })
    .first()
    .click();
  await page.waitForURL(`**/alerts/${ids[0]}`);
  await page.getByRole('heading', { level: 1, name: 'USD20.00' }).waitFor();
});

test('a refund of a transaction that was refunded stops, explains, and offers the answer that fits', async () => {
  const arn = ARN();
  const { merchant, ids, path } = await alertsOf(
    { arn, additionalInfo: DETAILS },
    { arn, alertType: 'RDR', additionalInfo: DETAILS },
  );
  const { page, complaints } = await visit(browser, { phone: true });
  await openAs(page, system.url, path(0), merchant);
  await page.getByText('这笔交易已经退过款').waitFor();
  await page.getByText('两条预警的 ARN 相同。').waitFor();
  await expectFit(page);
  await page.getByRole('radio', { name: /申请退款/ }).click();
  await page.getByLabel(/处理说明/).fill('已退款');
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  const stop = page.getByRole('dialog', { name: '先别退款：这笔交易已经退过' });
  await stop.getByText(/卡组织已在 .* 自动退款/).waitFor();
  expect(await stop.getByRole('link').getAttribute('href')).toBe(`/alerts/${ids[1]}`);
  await stop.getByRole('button', { name: '改为答复“重复预警”' }).click();
  await stop.waitFor({ state: 'hidden' });
  expect(await page.getByRole('radio', { name: /重复预警/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交：重复预警' }).click();
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
  expect(complaints).toEqual([]);
});

test('who means it refunds again, with one more confirmation', async () => {
  const { merchant, path } = await alertsOf(
    { transactionId: 'T-TWICE', additionalInfo: DETAILS },
    { transactionId: 'T-TWICE', alertType: 'RDR', additionalInfo: DETAILS },
  );
  const { page } = await visit(browser, { locale: 'en' });
  await openAs(page, system.url, path(0), merchant);
  await page.getByText('This transaction was refunded before', { exact: true }).waitFor();
  await page.getByRole('radio', { name: /^Refund/ }).click();
  await page.getByLabel(/^Reason/).fill('the network’s refund came back');
  await page.getByRole('button', { name: 'Next: check and submit' }).click();
  await page.getByRole('button', { name: 'I have checked: refund again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit: Refund' }).click();
  await page.getByText('The alert network has accepted the answer.').waitFor();
});

test('an RDR alert is done, and points to the open alert of the same transaction', async () => {
  const arn = ARN();
  const { merchant, path } = await alertsOf(
    { arn, additionalInfo: DETAILS },
    { arn, alertType: 'RDR', additionalInfo: DETAILS },
  );
  const { page } = await visit(browser, { dark: true });
  await openAs(page, system.url, path(1), merchant);
  await page.getByText('卡组织已自动退款，您无需处理').waitFor();
  await page.getByText('另一条仍在等待处理，请打开它并选择“重复预警”。').waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  await expectFit(page);
});

test('A-122 the history names who has looked, and what the network changed is shown', async () => {
  const { merchant, ids, path } = await alertsOf({ amount: 40, additionalInfo: { issuer: 'First Bank' } });
  const { alertId } = await system.core.db
    .selectFrom('chargebackAlerts')
    .select('alertId')
    .where('id', '=', ids[0] ?? 0)
    .executeTakeFirstOrThrow();
  const change = { alertId, descriptor: merchant.descriptor, amount: 45, additionalInfo: { issuer: 'Second Bank' } };
  await network(system).push(change, 3);
  const { page } = await visit(browser, { locale: 'en' });
  await openAs(page, system.url, path(0), merchant);
  await page.getByRole('heading', { level: 1, name: 'USD45.00' }).waitFor();
  const changes = page.locator('li').filter({ hasText: 'First Bank' });
  expect(await changes.textContent()).toMatch(/First Bank → Second Bank/);
  await page.reload();
  await page.getByText(/looked at the alert/).waitFor();
  expect(await page.getByText(/looked at the alert/).count()).toBe(1);
});
