import { type Account, startTestSystem, type TestSystem } from '@forewarn/api/testing';
import { buildAlert, buildCard } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

/** What a merchant or the network might send to the operator's screens. */
const attack = (where: string) => `"><img src=x onerror=ran('${where}')><script>ran('${where}')</script>{{7*7}}`;
const SHORT = '<img src=x onerror=ran(1)>';

let system: TestSystem;
let preview: Preview;
let browser: Browser;
let merchant: Account;
let alertId: number;
beforeAll(async () => {
  system = await startTestSystem({ services: ['web', 'worker'], sandbox: true });
  [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
  const { db } = system.core;
  merchant = await system.merchant({ companyName: attack('company'), contactPerson: attack('contact').slice(0, 50) });
  await buildCard(db, { merchantId: merchant.id, descriptor: SHORT });
  alertId = (await buildAlert(db, { merchantId: merchant.id, alertTime: new Date() })).id;
  const token = await merchant.token();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf('x'))]), `${SHORT}.pdf`);
  const path = `/api/v1/alerts/${alertId}`;
  const uploaded = await system.client.call<{ id: string }>('POST', `${path}/evidence`, { token, body: form });
  const answer = {
    action: 'DISPUTE',
    reason: attack('reason'),
    evidence: [uploaded.body.data.id],
    comments: attack('comments'),
  };
  const { status } = await system.client.call('PUT', `${path}/process`, { token, body: answer });
  if (status !== 200) throw new Error(`The answer was refused: ${status}`);
  await db.updateTable('chargebackAlerts').set({ descriptor: SHORT }).where('id', '=', alertId).execute();
  const unmatched = await buildAlert(db, { merchantId: null, matchStatus: 'UNMATCHED', alertTime: new Date() });
  await db
    .updateTable('chargebackAlerts')
    .set({ descriptor: `${SHORT}?`, transactionId: SHORT })
    .where('id', '=', unmatched.id)
    .execute();
  await fetch(`${system.sandbox?.http}/__control/push`, {
    method: 'POST',
    body: JSON.stringify({ raw: JSON.stringify({ alertId: attack('raw'), descriptor: attack('raw'), amount: 'abc' }) }),
  });
});
afterAll(async () => {
  await browser?.close();
  preview?.stop();
  await system?.stop();
});

async function open() {
  const watched = await openPage(browser, { locale: 'en-GB' });
  watched.page.setDefaultTimeout(8000);
  await watched.page.addInitScript(() => {
    Object.assign(globalThis, { marks: [], ran: (where: unknown) => Reflect.get(globalThis, 'marks').push(where) });
  });
  const desktop = await attachDesktop(watched.page, system.url);
  const admin = await system.staff({ name: attack('staff').slice(0, 50), roles: ['SYSTEM_ADMIN'] });
  await watched.page.goto(preview.url);
  await signIn(watched.page, admin.email, admin.password);
  await watched.page.getByRole('navigation').first().waitFor();
  return { ...watched, desktop };
}

async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(globalThis, 'marks'))).toEqual([]);
  expect(await page.locator('img[src="x"], script:not([src])').count()).toBe(0);
}

test('C-160 desktop, stored: what merchants and the network wrote is shown letter by letter, and nothing of it runs', async () => {
  const { page, complaints, desktop } = await open();
  const shows = async (path: string, ...texts: string[]) => {
    await page.goto(preview.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const text of texts) await page.getByText(text, { exact: false }).first().waitFor();
    await expectHarmless(page);
  };
  await shows('/queue', `${SHORT}?`);
  await shows('/alerts', SHORT, attack('company'));
  await shows(`/alerts/${alertId}`, SHORT, attack('reason'), attack('comments'));
  await shows('/merchants', attack('company'));
  await shows(`/merchants/${merchant.id}`, attack('company'));
  await shows(`/merchants/${merchant.id}?tab=cards`, SHORT);
  await shows('/deliveries');
  await page.getByRole('row').getByRole('link').first().click();
  await page.getByRole('dialog').getByText("ran('raw')", { exact: false }).first().waitFor();
  await expectHarmless(page);
  await shows('/calls');
  await shows('/audit', attack('staff').slice(0, 50));
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('C-160 desktop, reflected: nothing in an address runs', async () => {
  const { page, complaints, desktop } = await open();
  const evil = encodeURIComponent(attack('address'));
  for (const path of [
    `/alerts?keyword=${evil}`,
    `/audit?action=${evil}`,
    `/merchants?keyword=${evil}`,
    `/alerts/${evil}`,
    `/${evil}`,
  ]) {
    await page.goto(preview.url + path);
    await page.locator('#root :is(h1, h2, h3, p)').first().waitFor();
    expect([path, await page.getByLabel(/E-mail or phone/).count()]).toEqual([path, 0]);
    await expectHarmless(page);
  }
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('C-160 desktop: the policy stops what would get through', async () => {
  const { page, desktop } = await open();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="ran(2)"><svg onload="ran(3)">');
    const script = document.createElement('script');
    script.textContent = 'ran(4)';
    document.body.append(script);
  });
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[src=x]')?.complete);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'marks'))).toEqual([]);
  desktop.dispose();
});
