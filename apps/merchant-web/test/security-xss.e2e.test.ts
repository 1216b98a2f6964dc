import { type Account, startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, buildCard } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openAs, visit } from './browser.ts';

/** What runs, if it runs, says so; if it becomes an element, that is found as well. */
const attack = (where: string) => `"><img src=x onerror=ran('${where}')><script>ran('${where}')</script>{{7*7}}`;
/** Columns that the card networks keep short. */
const SHORT = '<img src=x onerror=ran(1)>';

let system: TestSystem;
let browser: Browser;
let merchant: Account;
let alertId: number;
beforeAll(async () => {
  [system, browser] = await Promise.all([startTestSystem({ services: ['web', 'worker'], sandbox: true }), launch()]);
  merchant = await system.merchant({ companyName: attack('company'), contactPerson: attack('contact').slice(0, 50) });
  const { db } = system.core;
  const card = await buildCard(db, { merchantId: merchant.id, descriptor: SHORT });
  await db
    .updateTable('merchantCards')
    .set({ remark: attack('remark') })
    .where('id', '=', card.id)
    .execute();
  alertId = (await buildAlert(db, { merchantId: merchant.id, alertTime: new Date() })).id;
  await buildAlert(db, { merchantId: merchant.id, alertTime: new Date() });
  await db
    .updateTable('chargebackAlerts')
    .set({ descriptor: SHORT, transactionId: SHORT })
    .where('merchantId', '=', merchant.id)
    .execute();
  await answer();
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** A dispute with evidence, by the merchant itself: its own words come back on its own screens and the operator's. */
async function answer(): Promise<void> {
  const token = await merchant.token();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf('x'))]), `${SHORT}.pdf`);
  const path = `/api/v1/alerts/${alertId}`;
  const uploaded = await system.client.call<{ id: string }>('POST', `${path}/evidence`, { token, body: form });
  const body = {
    action: 'DISPUTE',
    reason: attack('reason'),
    evidence: [uploaded.body.data.id],
    comments: attack('comments'),
    preventiveActions: attack('preventive'),
  };
  const { status } = await system.client.call('PUT', `${path}/process`, { token, body });
  if (status !== 200) throw new Error(`The answer was refused: ${status}`);
}

async function watch() {
  const opened = await visit(browser, { locale: 'en' });
  opened.page.setDefaultTimeout(8000);
  await opened.page.addInitScript(() => {
    Object.assign(globalThis, { marks: [], ran: (where: unknown) => Reflect.get(globalThis, 'marks').push(where) });
  });
  return opened;
}

async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'marks'))).toEqual([]);
  expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0);
}

test('C-160 stored: company, card, alert and answer are shown letter by letter, and nothing of them runs', async () => {
  const { page, complaints } = await watch();
  await openAs(page, system.url, '/alerts?status=PROCESSED', merchant);
  const shows = async (path: string, ...texts: string[]) => {
    await page.goto(system.url + path);
    for (const text of texts) await page.getByText(text, { exact: false }).first().waitFor();
    await expectHarmless(page);
  };
  await shows('/alerts', SHORT);
  await shows(`/alerts/${alertId}`, SHORT, attack('reason'), attack('comments'), attack('preventive'), 'img src=x');
  await shows('/cards', SHORT, attack('remark'));
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByText(attack('company'), { exact: false }).first().waitFor();
  await expectHarmless(page);
  expect(complaints).toEqual([]);
});

test('C-160 reflected: nothing in an address runs', async () => {
  const { page, complaints } = await watch();
  await openAs(page, system.url, '/alerts', merchant);
  const evil = encodeURIComponent(attack('address'));
  for (const path of [
    `/alerts?keyword=${evil}`,
    `/alerts?status=${evil}`,
    `/alerts/${evil}`,
    `/${evil}`,
    `/cards#${evil}`,
  ]) {
    await page.goto(system.url + path);
    await page.locator('#root :is(h1, h2, p)').first().waitFor();
    await expectHarmless(page);
  }
  expect(complaints).toEqual([]);
});

test.each(['javascript:ran(1)', 'https://evil.example/', '//evil.example/', '/\\evil.example', 'data:text/html,x'])(
  'C-160 after signing in one stays here, whatever the address asked for: %s',
  async (target) => {
    const { page } = await watch();
    const query = new URLSearchParams({ next: target, redirect: target, returnTo: target });
    await page.goto(`${system.url}/login?${query}`);
    await page.getByLabel(/E-mail or phone/).fill(merchant.email);
    await page.locator('[name=password]').fill(merchant.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('banner').waitFor();
    expect(new URL(page.url()).origin).toBe(system.url);
    await expectHarmless(page);
  },
);

test('C-160 an answer of the API is never taken for a page', async () => {
  const evil = encodeURIComponent('<script>ran(1)</script>');
  for (const path of [`/api/v1/${evil}`, `/api/v1/alerts?page=${evil}`, `/api/trpc/${evil}`]) {
    const { headers } = await system.client.call('GET', path);
    expect([headers.get('content-type')?.split(';')[0], headers.get('x-content-type-options')]).toEqual([
      'application/json',
      'nosniff',
    ]);
  }
});

test('C-160 the policy stops what would get through: an injected script doesn’t run', async () => {
  const { page } = await watch();
  await page.goto(`${system.url}/login`);
  await page.getByLabel(/E-mail or phone/).waitFor();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="ran(2)"><svg onload="ran(3)">');
    const script = document.createElement('script');
    script.textContent = 'ran(4)';
    document.body.append(script);
  });
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[src=x]')?.complete);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'marks'))).toEqual([]);
});
