import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { unique } from '@forewarn/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openAs, visit } from './browser.ts';

let system: TestSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function fillCard(page: Page, descriptor: string, cardBin = '411111') {
  await page.locator('[name=descriptor]').fill(descriptor);
  await page.locator('[name=cardBin]').fill(cardBin);
}

/** A state as a card shows it, not as the filter offers it. */
const badge = (page: Page, text: string) => page.getByText(text, { exact: true }).and(page.locator(':not(option)'));

test('A-065…A-079 the first card: explained, checked while typing, saved, submitted and enrolled without a reload', async () => {
  const { page, complaints } = await visit(browser, { phone: true });
  const merchant = await system.merchant();
  const descriptor = `SHOP ${unique().toUpperCase()}`;
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: '新增授权卡' }).click();
  expect(await page.locator('[name=notifyEmail]').inputValue()).toBe(merchant.email);
  await fillCard(page, 'SHOP<', '41111x');
  await page.getByText('只能包含文字、数字、空格').waitFor();
  await page.getByText('只能填数字').waitFor();
  await page.getByRole('button', { name: '保存并报备' }).click();
  expect(await page.getByRole('dialog').count()).toBe(1);
  await fillCard(page, descriptor);
  await page.getByRole('button', { name: '保存并报备' }).click();
  await badge(page, '已报备').waitFor();
  await page.getByText(/起监控中/).waitFor();
  expect(complaints).toEqual([]);
});

test('A-080 A-084 a refused enrolment says why and what to do, and can be mended', async () => {
  const { page, complaints } = await visit(browser, { locale: 'en' });
  const merchant = await system.merchant();
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: 'Add a card' }).click();
  await fillCard(page, 'GENERIC');
  await page.getByRole('button', { name: 'Save and enrol' }).click();
  await badge(page, 'Enrolment failed').waitFor();
  await page.getByText('The descriptor is too general and could mean other merchants.').waitFor();

  await page.getByRole('button', { name: 'More for GENERIC' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.locator('[name=descriptor]').fill(`SHOP ${unique().toUpperCase()}`);
  await page.getByText('it has to be enrolled again').waitFor();
  await page.getByRole('button', { name: 'Save and enrol' }).click();
  await badge(page, 'Enrolled').waitFor();
  expect(complaints).toEqual([]);
});

test('A-072 A-083 a card can be saved alone and submitted later; the same one can’t be added twice', async () => {
  const { page } = await visit(browser);
  const merchant = await system.merchant();
  const descriptor = `SHOP ${unique().toUpperCase()}`;
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: '新增授权卡' }).click();
  await fillCard(page, descriptor);
  await page.getByRole('button', { name: '仅保存' }).click();
  await page.getByText('已保存，但还没有报备').waitFor();

  await page.getByRole('button', { name: '新增授权卡' }).click();
  await fillCard(page, descriptor);
  await page.getByRole('button', { name: '仅保存' }).click();
  await page
    .getByRole('alert')
    .getByText(/组合已存在/)
    .waitFor();
  await page.getByRole('button', { name: /取消|关闭，保留草稿/ }).click();

  await page.getByRole('button', { name: '提交报备' }).click();
  await badge(page, '已报备').waitFor();
});

test('A-277 removing a card says what follows and asks first', async () => {
  const { page } = await visit(browser);
  const merchant = await system.merchant();
  const descriptor = `SHOP ${unique().toUpperCase()}`;
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: '新增授权卡' }).click();
  await fillCard(page, descriptor);
  await page.getByRole('button', { name: '保存并报备' }).click();
  await badge(page, '已报备').waitFor();
  await page.getByRole('button', { name: `${descriptor} 的更多操作` }).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  await page.getByText(/移除后不再监控/).waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: `${descriptor} 的更多操作` }).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  await page.getByRole('button', { name: '移除授权卡' }).click();
  await page.getByText(descriptor, { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '查看已关闭的授权卡' }).click();
  await page.getByText('已停止监控').waitFor();
});

test('A-075 A-345 what is typed is kept as a draft by itself and goes on elsewhere', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  const descriptor = `SHOP ${unique().toUpperCase()}`;
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: '新增授权卡' }).click();
  await page.locator('[name=descriptor]').fill(descriptor);
  await page.getByText('草稿已保存').waitFor();
  await page.getByRole('button', { name: '关闭，保留草稿' }).click();

  const other = (await visit(browser, { phone: true })).page;
  await openAs(other, system.url, '/cards', merchant);
  await other.getByText('草稿，尚未提交').waitFor();
  await other.getByRole('button', { name: '继续填写' }).click();
  expect(await other.locator('[name=descriptor]').inputValue()).toBe(descriptor);
  await other.getByRole('radio', { name: 'RDR' }).check();
  await other.locator('[name=acquirerBin]').fill('453760');
  await other.locator('[name=caid]').fill('174030076543219');
  await other.getByRole('button', { name: '保存并报备' }).click();
  await badge(other, '已报备').waitFor();
  expect(await other.getByText(descriptor).count(), 'the draft is gone').toBe(1);
  expect(complaints).toEqual([]);
});

test('A-346 a new key of an enrolled card says that it is enrolled anew, and asks', async () => {
  const { page } = await visit(browser, { locale: 'en' });
  const merchant = await system.merchant();
  const descriptor = `SHOP ${unique().toUpperCase()}`;
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: 'Add a card' }).click();
  await fillCard(page, descriptor);
  await page.getByRole('button', { name: 'Save and enrol' }).click();
  await badge(page, 'Enrolled').waitFor();
  await page.getByRole('button', { name: `More for ${descriptor}` }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.locator('[name=cardBin]').fill('555555');
  await page.getByRole('button', { name: 'Save and enrol again' }).click();
  await page.getByText('Close the enrolment and enrol anew?').waitFor();
  await page.getByRole('button', { name: 'Close and enrol anew' }).click();
  await page.getByText('555555').waitFor();
  await badge(page, 'Enrolled').waitFor();
});

test('A-083 several cards at once: submitted together, what fails is named with its reason and can be tried again', async () => {
  const { page, complaints } = await visit(browser);
  const merchant = await system.merchant();
  await openAs(page, system.url, '/cards', merchant);
  for (const descriptor of ['ONE', 'TWO']) {
    await page.getByRole('button', { name: '新增授权卡' }).first().click();
    await fillCard(page, `${descriptor} ${unique().toUpperCase()}`);
    await page.getByRole('button', { name: '仅保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: '新增授权卡' }).click();
  await page.locator('[name=descriptor]').fill('HALF');
  await page.getByText('草稿已保存').waitFor();
  await page.getByRole('button', { name: '关闭，保留草稿' }).click();
  await page.getByText('HALF').waitFor();
  await page.getByRole('button', { name: '选择本页' }).click();
  await page.getByRole('button', { name: '批量报备' }).click();
  await page.getByText('2 张已提交或已在报备，1 张未成功').waitFor();
  await page
    .getByRole('dialog')
    .getByText(/发卡行 BIN/)
    .waitFor();
  await page.getByRole('button', { name: '重试未成功的 1 张' }).waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).last().click();
  await badge(page, '已报备').nth(1).waitFor();
  expect(complaints).toEqual([]);
});
