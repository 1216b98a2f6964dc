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
  await page.getByText('已报备', { exact: true }).waitFor();
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
  await page.getByText('Enrolment failed').waitFor();
  await page.getByText('The descriptor is too general and could mean other merchants.').waitFor();

  await page.getByRole('button', { name: 'More for GENERIC' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.locator('[name=descriptor]').fill(`SHOP ${unique().toUpperCase()}`);
  await page.getByText('Descriptor, BIN or CAID has changed').waitFor();
  await page.getByRole('button', { name: 'Save and enrol' }).click();
  await page.getByText('Enrolled', { exact: true }).waitFor();
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
  await page.getByRole('button', { name: '取消' }).click();

  await page.getByRole('button', { name: '提交报备' }).click();
  await page.getByText('已报备', { exact: true }).waitFor();
});

test('A-277 removing a card says what follows and asks first', async () => {
  const { page } = await visit(browser);
  const merchant = await system.merchant();
  const descriptor = `SHOP ${unique().toUpperCase()}`;
  await openAs(page, system.url, '/cards', merchant);
  await page.getByRole('button', { name: '新增授权卡' }).click();
  await fillCard(page, descriptor);
  await page.getByRole('button', { name: '保存并报备' }).click();
  await page.getByText('已报备', { exact: true }).waitFor();
  await page.getByRole('button', { name: `${descriptor} 的更多操作` }).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  await page.getByText(/移除后不再监控/).waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: `${descriptor} 的更多操作` }).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  await page.getByRole('button', { name: '移除授权卡' }).click();
  await page.getByText('已关闭', { exact: true }).waitFor();
});
