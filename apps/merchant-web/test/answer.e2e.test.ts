import { startTestSystem, TEST_PASSWORD, type TestSystem } from '@forewarn/api/testing';
import { buildUser } from '@forewarn/core/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFit, launch, openAs, visit } from './browser.ts';
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

async function openAlert(device: Parameters<typeof visit>[1], alert: Record<string, unknown> = {}) {
  const opened = await visit(browser, device);
  const merchant = await merchantWithCard(system);
  const alertId = await network(system).push({ descriptor: merchant.descriptor, amount: 129.5, ...alert }, 3);
  const id = await numberOf(system, merchant, alertId);
  await openAs(opened.page, system.url, `/alerts/${id}`, merchant);
  return { ...opened, merchant, alertId, id };
}

test('A-158 A-162 A-164 A-167 A-169 A-170 A-171 A-172 A-173 a refund is checked while it is typed, confirmed a second time, and followed until the network has accepted it', async () => {
  const { page, complaints, alertId, id } = await openAlert({ phone: true });
  await page.getByRole('radio', { name: /申请退款/ }).click();
  const next = page.getByRole('button', { name: '下一步', exact: true });
  const amount = page.getByLabel(/退款金额/);
  expect(await amount.inputValue(), 'all of it, unless said otherwise').toBe('129.50');
  await amount.fill('');
  await next.click();
  await page.getByText('请填写已退款的金额').waitFor();
  await page.getByText('请填写 2–500 字的说明').waitFor();
  await amount.fill('129.51');
  await page.getByText('不能超过交易金额 USD 129.50').waitFor();
  await amount.fill('1.234');
  await page.getByText('最多 2 位小数').waitFor();
  await page.getByRole('button', { name: '全额' }).click();
  expect(await amount.inputValue()).toBe('129.50');
  await page.getByLabel(/处理说明/).fill('已在收单后台退款 RF-1');
  await next.click();

  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toMatch(/不会替您退款.*USD\u00a0129\.50.*不能更改或撤回/s);
  const given = system.core.db.selectFrom('alertFeedbacks').select('id').where('alertRef', '=', id);
  expect(await given.execute(), 'nothing before the second confirmation').toEqual([]);
  await dialog.getByRole('button', { name: '提交：申请退款' }).click();
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
  await page.getByText('提交了处理结果：申请退款').waitFor();
  const answers = await network(system).answersTo(alertId);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ refunded: 'refunded' });
  expect(complaints).toEqual([]);
});

test('A-160 the second group says why the alert isn’t valid', async () => {
  const { page, alertId } = await openAlert({ locale: 'en' });
  expect(await page.getByRole('radio', { name: /Transaction not found/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'This alert isn’t valid because…' }).click();
  await page.getByRole('radio', { name: /Transaction not found/ }).click();
  await page.getByLabel(/^Reason/).fill('No such order in our books');
  await page.getByRole('button', { name: 'Next: check and submit' }).click();
  await page.getByRole('button', { name: 'Submit: Transaction not found' }).click();
  await page.getByText('The alert network has accepted the answer.').waitFor();
  expect((await network(system).answersTo(alertId))[0]).toMatchObject({ refunded: 'notfound' });
});

test('A-369 an answer that can’t be delivered at once stays saved and says that it is retried', async () => {
  const { page, alertId } = await openAlert({});
  await network(system).fault('provider.feedback', '500', 1);
  await page.getByRole('radio', { name: /忽略预警/ }).click();
  await page.getByLabel(/处理说明/).fill('金额很小');
  await page.getByRole('button', { name: '下一步：核对并提交' }).click();
  await page.getByRole('button', { name: '提交：忽略预警' }).click();
  await page.getByText('系统会自动重试直到时限').waitFor();
  await page.reload();
  await page.getByText('系统会自动重试直到时限').waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await network(system).answersTo(alertId)).toHaveLength(0);
});

test('an answer whose reply got lost is looked up, not sent again', async () => {
  const { page, alertId } = await openAlert({});
  await page.route('**/api/trpc/alerts.process', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('radio', { name: /确认交易/ }).click();
  await page.getByLabel(/处理说明/).fill('客户已确认收货');
  await page.getByRole('button', { name: '下一步：核对并提交' }).click();
  await page.getByRole('button', { name: '提交：确认交易' }).click();
  await page.getByRole('heading', { name: '您的处理结果' }).waitFor();
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
  expect(await network(system).answersTo(alertId)).toHaveLength(1);
});

test('A-363 an alert that a colleague has answered meanwhile shows that answer', async () => {
  const { page, id, merchant } = await openAlert({});
  await page.getByRole('radio', { name: /确认交易/ }).click();
  await page.getByLabel(/处理说明/).fill('我也来处理');
  let sent = false;
  page.on('request', (request) => {
    sent ||= request.url().includes('alerts.process');
  });
  await page.route('**/api/trpc/alerts.{pulse,get}**', (route) => (sent ? route.continue() : route.abort()));
  const token = await merchant.token();
  const body = { action: 'IGNORE', reason: '同事先处理' };
  expect((await system.client.call('PUT', `/api/v1/alerts/${id}/process`, { token, body })).status).toBe(200);
  await page.getByRole('button', { name: '下一步：核对并提交' }).click();
  await page.getByRole('button', { name: '提交：确认交易' }).click();
  await page.getByText('同事先处理').waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await page.getByText(/刚刚提交了这条预警的处理结果/).count(), 'it was the same person, elsewhere').toBe(0);
});

test('A-363 who is overtaken by a colleague while writing is told whose answer counts', async () => {
  const { page, id, merchant } = await openAlert({ phone: true });
  const { passwordHash } = await system.core.db
    .selectFrom('merchantUsers')
    .select('passwordHash')
    .where('email', '=', merchant.email)
    .executeTakeFirstOrThrow();
  const colleague = await buildUser(system.core.db, merchant.id, { name: '李敏', passwordHash: passwordHash ?? '' });
  await page.getByRole('radio', { name: /确认交易/ }).click();
  await page.getByLabel(/处理说明/).fill('我也来处理');
  const token = await system.client.signIn(colleague.email, TEST_PASSWORD, 'merchant');
  const body = { action: 'IGNORE', reason: '同事先处理' };
  expect((await system.client.call('PUT', `/api/v1/alerts/${id}/process`, { token, body })).status).toBe(200);
  await page.getByText('李敏刚刚提交了这条预警的处理结果，见下方。您在这里填写的内容没有提交。').waitFor();
  await page.getByText('同事先处理').waitFor();
  await expectFit(page);
});

test('A-332 an answer that finds no network says so where it is seen, and keeps what was written', async () => {
  const { page } = await openAlert({ phone: true });
  await page.getByRole('radio', { name: /确认交易/ }).click();
  await page.getByLabel(/处理说明/).fill('客户已确认收货');
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '提交：确认交易' }).click();
  const note = page.getByRole('alert').filter({ hasText: '网络已断开' });
  await note.waitFor();
  await expect
    .poll(() => note.evaluate((one) => one.getBoundingClientRect().bottom < window.innerHeight - 60))
    .toBe(true);
  await page.context().setOffline(false);
  expect(await page.getByLabel(/处理说明/).inputValue()).toBe('客户已确认收货');
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('button', { name: '提交：确认交易' }).click();
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
});

test('an alert that the card network has refunded asks for nothing and warns of a second refund', async () => {
  const { page } = await openAlert({}, { alertType: 'RDR' });
  await page.getByText('卡组织已自动退款，您无需处理').waitFor();
  await page.getByText('请不要再次退款').waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
});

test('A-351 a suspended merchant can look but not answer', async () => {
  const { page, merchant } = await openAlert({});
  await system.core.db.updateTable('merchants').set({ status: 'SUSPENDED' }).where('id', '=', merchant.id).execute();
  await page.reload();
  await page.getByText('账户已暂停').first().waitFor();
  expect(await page.getByRole('radio', { name: /确认交易/ }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /下一步/ }).count()).toBe(0);
});

test('an alert of someone else is not found, with the request id to quote', async () => {
  const { id } = await openAlert({});
  const { page } = await visit(browser);
  const stranger = await system.merchant();
  await page.goto(`${system.url}/alerts/${id}`);
  await page.getByLabel('邮箱或手机号').fill(stranger.email);
  await page.locator('[name=password]').fill(stranger.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '没有找到该预警' }).waitFor();
  expect(await page.getByRole('alert').textContent()).toMatch(/请求编号: \S{10,}/);
});

test('A-162 A-363 A-369 a draft goes on in another browser; a refused answer is corrected and accepted', async () => {
  const { page: phone, merchant, alertId, id } = await openAlert({ phone: true });
  await phone.getByRole('radio', { name: /申请退款/ }).click();
  await phone.getByLabel(/退款凭证号/).fill('RF-77');
  await phone.getByLabel(/处理说明/).fill('在手机上写了一半');
  await phone.getByText(/草稿已保存/).waitFor();
  await expectFit(phone);

  const { page, complaints } = await visit(browser);
  await openAs(page, system.url, `/alerts/${id}?action=IGNORE`, merchant);
  await page.getByText(/保存的草稿填写/).waitFor();
  expect(await page.getByRole('radio', { name: /申请退款/ }).isChecked(), 'the draft, not the link').toBe(true);
  expect(await page.getByLabel(/退款凭证号/).inputValue()).toBe('RF-77');
  await page.getByLabel(/处理说明/).fill('在电脑上写完');
  await expectFit(page);

  await network(system).fault('provider.feedback', 'business', 1);
  await page.getByRole('button', { name: '下一步：核对并提交' }).click();
  await page.getByRole('button', { name: '提交：申请退款' }).click();
  await page.getByText('预警服务方退回了处理结果').waitFor();
  await page.getByRole('button', { name: '更正处理结果' }).click();
  await page.getByRole('heading', { name: '更正处理结果' }).waitFor();
  await page.getByLabel(/处理说明/).fill('更正后的说明');
  await page.getByRole('button', { name: '下一步：核对并提交' }).click();
  await page.getByRole('button', { name: '提交：申请退款' }).click();
  await page.getByText('预警服务方已接受，这条预警处理完毕。').waitFor();
  await page.getByText('预警服务方已收到，不能再更改。').waitFor();
  await page.getByRole('button', { name: '之前提交过的处理结果（1）' }).click();
  await page.getByText('在电脑上写完').waitFor();
  await expectFit(page);
  expect(await network(system).answersTo(alertId)).toHaveLength(1);
  expect(complaints).toEqual([]);
});
