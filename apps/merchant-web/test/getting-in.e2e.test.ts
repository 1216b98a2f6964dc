import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildCard, buildUser, unique } from '@forewarn/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Device, expectFit, fillSignIn, launch, openAs, visit } from './browser.ts';
import { linkInMail } from './mailbox.ts';
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

const PASSWORD = 'correct horse 7';

async function fillRegistration(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name=${name}]`).fill(value);
  await page.keyboard.press('Enter');
}

test('A-022 A-031 A-036 A-037 from registration to a colleague who answers the first alert', async () => {
  const { page, complaints } = await visit(browser);
  const email = `owner-${unique()}@example.test`;
  await page.goto(`${system.url}/login`);
  await page.getByRole('link', { name: '注册' }).click();
  await fillRegistration(page, {
    companyName: '远山贸易有限公司',
    contactPerson: '陈静',
    email,
    phone: '13911112222',
    password: PASSWORD,
  });
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor();
  const activation = await linkInMail(system, email, '/activate');
  await page.goto(system.url + activation);
  await page.getByText('远山贸易有限公司').waitFor();
  await page.getByRole('button', { name: '激活账户' }).click();
  await page.getByRole('heading', { name: '账户已激活' }).waitFor();
  await page.getByRole('link', { name: '去登录' }).click();
  await page.locator('[name=account]').waitFor();
  expect(await page.locator('[name=account]').inputValue()).toBe(email);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();

  const colleague = `handler-${unique()}@example.test`;
  await page.getByRole('button', { name: '账户与设置' }).click();
  await page.getByRole('menuitem', { name: '同事' }).click();
  await page.getByRole('button', { name: '邀请同事' }).click();
  await page.getByRole('dialog').locator('[name=email]').fill(colleague);
  await page.getByRole('button', { name: '发送邀请' }).click();
  await page.getByText(`已向 ${colleague} 发送邀请`).waitFor();

  const other = await visit(browser);
  await other.page.goto(system.url + (await linkInMail(system, colleague, '/accept-invitation')));
  await other.page.getByRole('heading', { name: '加入远山贸易有限公司' }).waitFor();
  await fillRegistration(other.page, { name: '李雷', password: 'our own horse 8' });
  await other.page.getByRole('link', { name: '去登录' }).click();
  await fillSignIn(other.page, colleague, 'our own horse 8');
  await other.page.getByRole('heading', { level: 1, name: '预警' }).waitFor();

  const owner = { id: 0, email, password: PASSWORD, realm: 'merchant' as const };
  const account = { ...owner, token: () => system.client.signIn(email, PASSWORD, 'merchant') };
  const { id } = await system.core.db
    .selectFrom('merchants')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const { descriptor } = await buildCard(system.core.db, { merchantId: id });
  const number = await numberOf(system, account, await network(system).push({ descriptor }));
  await other.page.goto(`${system.url}/alerts/${number}`);
  await other.page.locator('[data-action=REFUND]').click();
  await other.page.locator('[name=reason]').fill('已全额退款');
  await other.page.locator('[name=refundAmount]').fill('10');
  await other.page.locator('#answer-form button[type=submit]:visible').click();
  await other.page.getByRole('dialog').getByRole('button', { name: /提交/ }).click();
  await other.page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.goto(`${system.url}/alerts/${number}`);
  await page.getByText('李雷').first().waitFor();
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('A-042 A-043 faults of a registration are shown in place, and the first gets the focus', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  await page.goto(`${system.url}/register`);
  await fillRegistration(page, { companyName: 'Northwind Books', phone: '12', password: 'northwind-9', email: 'no' });
  await page.getByText('Please fill this in.').waitFor();
  await page.getByText('Enter an e-mail address').waitFor();
  await page.getByText('Enter a phone number').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('contactPerson');
  await fillRegistration(page, { contactPerson: 'Li', email: `li-${unique()}@example.test`, phone: '+4930123456' });
  await page.getByText('must not contain the company’s name').waitFor();
  await fillRegistration(page, { password: 'password1' });
  await page.getByText('among the commonest').waitFor();
  expect(await page.locator('[name=password]').getAttribute('autocomplete')).toBe('new-password');
  expect(await page.locator('[name=email]').getAttribute('autocomplete')).toBe('username');
  expect(complaints).toEqual([]);
});

test('A-035 A-044 a forgotten password is reset by mail, and changed on the profile', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await page.goto(`${system.url}/login`);
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.locator('[name=email]').fill(merchant.email);
  await page.getByRole('button', { name: '发送链接' }).click();
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor();
  const link = await linkInMail(system, merchant.email, '/reset');
  await page.goto(system.url + link);
  await page.locator('[name=password]').fill('second horse 22');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '密码已更改' }).waitFor();
  await page.goto(system.url + link);
  await page.getByRole('heading', { name: '链接已使用过' }).waitFor();
  await page.getByRole('link', { name: '重新获取重置链接' }).waitFor();

  await openAs(page, system.url, '/profile', { ...merchant, password: 'second horse 22' });
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.locator('[name=currentPassword]').fill('wrong');
  await page.locator('[name=newPassword]').fill('third horse 33');
  await page.keyboard.press('Enter');
  await page.getByText('当前密码不正确').first().waitFor();
  await page.locator('[name=currentPassword]').fill('second horse 22');
  await page.keyboard.press('Enter');
  await page.getByText('密码已更改，其他设备已退出登录').waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '资料与账户' }).waitFor();
  expect(complaints).toEqual([]);
});

test('A-273 the profile is changed in place; a new address counts once it has confirmed', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await system.merchant();
  const wanted = `new-${unique()}@example.test`;
  await openAs(page, system.url, '/profile', merchant);
  await page.locator('[name=companyName]').fill('Northwind Books Ltd');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Change e-mail' }).click();
  await page.locator('[name=email]').fill(wanted);
  await page.locator('[name=password]').fill(merchant.password);
  await page.keyboard.press('Enter');
  await page.getByText(`Check the mail at ${wanted}`).waitFor();
  await page.goto(system.url + (await linkInMail(system, wanted, '/confirm-email')));
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await page.getByRole('heading', { name: 'Your address was changed' }).waitFor();
  await page.context().clearCookies();
  await openAs(page, system.url, '/profile', { ...merchant, email: wanted });
  expect(await page.locator('[name=companyName]').inputValue()).toBe('Northwind Books Ltd');
  expect(complaints).toEqual([]);
});

test('A-022 a viewer looks and is offered nothing that would be refused', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await merchantWithCard(system);
  const { passwordHash } = await system.core.db
    .selectFrom('merchantUsers')
    .select('passwordHash')
    .where('ownerOf', '=', merchant.id)
    .executeTakeFirstOrThrow();
  const viewer = await buildUser(system.core.db, merchant.id, { role: 'VIEWER', passwordHash: passwordHash ?? '' });
  const number = await numberOf(system, merchant, await network(system).push({ descriptor: merchant.descriptor }));
  await openAs(page, system.url, `/alerts/${number}`, { ...merchant, email: viewer.email });
  await page.getByText('Your role can only look.').waitFor();
  expect(await page.locator('[data-action]').count()).toBe(0);
  await page.goto(`${system.url}/cards`);
  await page.getByRole('table').getByText(merchant.descriptor).waitFor();
  expect(await page.getByRole('main').getByRole('button').allTextContents()).toEqual(['Export']);
  await page.goto(`${system.url}/profile`);
  await page.getByText('Only the owner can change these.').waitFor();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('menuitem', { name: 'Profile and account' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Colleagues' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

const DEVICES: [string, Device][] = [
  ['Chinese, light, wide', {}],
  ['English, dark, 375 px', { locale: 'en', dark: true, phone: true }],
];

describe.each(DEVICES)('fits and is accessible: %s', (name, device) => {
  test.each([
    '/login',
    '/register',
    '/forgot',
    '/activate',
    '/activate?token=forged',
    '/reset?token=forged',
    '/accept-invitation?token=forged',
    '/confirm-email?token=forged',
  ])('%s', async (path) => {
    const { page, complaints } = await visit(browser, device);
    await page.goto(system.url + path);
    await page.locator('form, main a[href="/login"]').first().waitFor();
    await expectFit(page);
    expect(complaints).toEqual([]);
  });

  test('profile, with its forms open, and colleagues', async () => {
    const { page, complaints } = await visit(browser, device);
    const merchant = await merchantWithCard(system);
    await buildUser(system.core.db, merchant.id, { status: 'INVITED', name: '' });
    await openAs(page, system.url, '/profile', merchant);
    await page.getByRole('button', { name: /更换邮箱|Change e-mail/ }).click();
    await page.keyboard.press('Enter');
    await page.locator('[name=email][aria-invalid=true]').waitFor();
    await expectFit(page);
    await page.getByRole('button', { name: /修改密码|Change password/ }).waitFor();
    await page.goto(`${system.url}/colleagues`);
    await page.getByRole('list').getByText(merchant.email).waitFor();
    await expectFit(page);
    await page.getByRole('button', { name: /邀请同事|Invite a colleague/ }).click();
    await page.getByRole('dialog').locator('[name=email]').waitFor();
    await expectFit(page);
    expect([name, ...complaints]).toEqual([name]);
  });
});
