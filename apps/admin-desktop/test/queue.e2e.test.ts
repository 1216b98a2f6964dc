import { buildCard } from '@forewarn/core/testing';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, expectAccessible } from './browser.ts';
import { startDesk } from './desk.ts';

const desk = startDesk();

async function mailsTo(to: string): Promise<{ subject: string }[]> {
  const answer = await fetch(`${desk.system.sandbox?.http}/__control/mails?to=${encodeURIComponent(to)}`);
  return answer.json();
}

async function openQueue(search = '') {
  const opened = await desk.open(`/queue${search}`);
  await opened.page.getByRole('heading', { name: '待处理队列' }).waitFor();
  return opened;
}

const items = (page: Page) => page.getByRole('navigation', { name: '等待处理的预警' }).getByRole('button');

test('A-114 A-358 desktop: an unmatched alert arrives without reload and is assigned by keyboard alone; its merchant is mailed', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Keyboard Works Ltd.' });
  const { page, complaints, desktop } = await openQueue('?keyword=KEYBOARD');
  await page.getByText('没有符合条件的预警').waitFor();
  await desk.push({ descriptor: 'KEYBOARD WORKS', cardBin: '455501' });
  await items(page).filter({ hasText: 'KEYBOARD WORKS' }).waitFor();
  await page.getByText('没有已报备的授权卡与它的描述符相同').waitFor();
  await expectAccessible(page);

  await page.keyboard.press('m');
  await page.keyboard.type('Keyboard W');
  await page.getByRole('option', { name: /Keyboard Works/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('将归属 Keyboard Works Ltd.').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('写入审计日志，2–500 字').first().waitFor();
  await page.keyboard.type('商户来电确认');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已指派给 Keyboard Works Ltd.').waitFor();
  await page.getByText('没有符合条件的预警').waitFor();
  await eventually(async () => (await mailsTo(merchant.email)).length).toBe(1);

  await page.goto(desk.url(`/alerts?merchantId=${merchant.id}`));
  await page.getByRole('link', { name: /打开预警/ }).click();
  await page.getByText('赵强确认了归属：商户来电确认').waitFor();
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-350 desktop: an alert that fits two merchants shows why each might be it, and goes to the one chosen', async () => {
  const [first, second] = [
    await desk.system.merchant({ companyName: 'First Shop' }),
    await desk.system.merchant({ companyName: 'Second Shop' }),
  ];
  await buildCard(desk.system.core.db, {
    merchantId: first.id,
    descriptor: 'TWO SHOPS',
    cardBin: '455502',
    status: 'REGISTERED',
  });
  await buildCard(desk.system.core.db, {
    merchantId: second.id,
    descriptor: 'TWO SHOPS',
    cardBin: '455503',
    status: 'REGISTERED',
  });
  await desk.push({ descriptor: 'TWO SHOPS', cardBin: '499999' });
  const { page, complaints, desktop } = await openQueue('?keyword=TWO');
  await page.getByText('为避免发错商户').waitFor();
  const candidates = page.getByRole('table', { name: '候选商户' });
  expect(await candidates.getByText('只有描述符相同').count()).toBe(2);
  expect(await candidates.getByRole('img', { name: '不一致' }).count()).toBe(2);
  await page.keyboard.press('2');
  const chosen = (await candidates.getByRole('radio', { checked: true }).getAttribute('aria-label')) ?? '';
  const winner = chosen.startsWith('First Shop') ? first : second;
  const loser = winner === first ? second : first;
  await page.getByRole('button', { name: '描述符与商户账单一致' }).click();
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await page.getByText('已指派给').waitFor();
  await eventually(async () => (await mailsTo(winner.email)).length).toBeGreaterThan(0);
  expect(await mailsTo(loser.email)).toEqual([]);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('A-364 desktop: alerts with one descriptor are assigned together, and the next one opens', async () => {
  const merchant = await desk.system.merchant({ companyName: 'Batch Store' });
  await desk.push({ descriptor: 'BATCH STORE', cardBin: '455504' }, 5);
  await desk.push({ descriptor: 'BATCH OTHER', cardBin: '455505' });
  const { page, complaints, desktop } = await openQueue('?keyword=BATCH');
  await items(page).nth(5).waitFor();
  await items(page).filter({ hasText: 'BATCH STORE' }).first().click();
  await page.getByLabel('指派给').fill('Batch S');
  await page.getByRole('option', { name: /Batch Store/ }).click();
  await page.getByLabel('理由').fill('同一描述符');
  await page.getByLabel('同时指派队列中另外 4 条描述符相同的预警').check();
  await page.getByText('5 条预警将归属 Batch Store').waitFor();
  await page.getByRole('button', { name: '指派 5 条' }).click();
  await page.getByText('已将 5 条指派给 Batch Store').waitFor();
  await eventually(() => items(page).count()).toBe(1);
  await page.locator('[aria-current=true]').filter({ hasText: 'BATCH OTHER' }).waitFor();
  const { body } = await desk.system.client.call<{ total: number }>(
    'GET',
    `/api/v1/admin/alerts?merchantId=${merchant.id}`,
    {
      token: await (await desk.system.staff()).token(),
    },
  );
  expect(body.data.total).toBe(5);
  expect(complaints).toEqual([]);
  desktop.dispose();
});

test('desktop: J and K move through the queue, and typing in a field does not', async () => {
  await desk.push({ descriptor: 'MOVE ONE', cardBin: '455506' }, 3);
  const { page, desktop } = await openQueue('?keyword=MOVE');
  const current = () =>
    page
      .locator('[aria-current=true]')
      .evaluateAll((all) =>
        all
          .map((one) => one.parentElement?.parentElement?.children)
          .map((list) => [...(list ?? [])].findIndex((item) => item.querySelector('[aria-current=true]'))),
      );
  await items(page).nth(2).waitFor();
  await eventually(current).toEqual([0]);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await eventually(current).toEqual([2]);
  await page.keyboard.press('k');
  await eventually(current).toEqual([1]);
  await page.getByLabel('理由').pressSequentially('jjk');
  expect(await current()).toEqual([1]);
  desktop.dispose();
});

test('desktop: a suspended merchant can be found but not assigned to, and the page says why', async () => {
  await desk.system.merchant({ companyName: 'Suspended Shop', status: 'SUSPENDED' });
  await desk.push({ descriptor: 'SUSPENDED SHOP', cardBin: '455507' });
  const { page, desktop } = await openQueue('?keyword=SUSPENDED');
  await items(page).first().waitFor();
  await page.getByLabel('指派给').fill('Suspended');
  await page.getByRole('option', { name: /Suspended Shop/ }).click();
  await page.getByText('该商户已暂停，不能接收预警').waitFor();
  expect(await page.getByRole('button', { name: '指派', exact: true }).isDisabled()).toBe(true);
  desktop.dispose();
});

test('desktop: an alert that a colleague has assigned meanwhile says so', async () => {
  const merchant = await desk.system.merchant();
  await desk.push({ descriptor: 'COLLEAGUE SHOP', cardBin: '455508' });
  const { page, desktop } = await openQueue('?keyword=COLLEAGUE');
  await items(page).first().waitFor();
  const token = await (await desk.system.staff()).token();
  const { body } = await desk.system.client.call<{ records: { id: number }[] }>(
    'GET',
    '/api/v1/admin/alerts?keyword=COLLEAGUE',
    { token },
  );
  const id = body.data.records[0]?.id;
  await desk.system.client.call('POST', `/api/v1/admin/alerts/${id}/assign`, {
    token,
    body: { merchantId: merchant.id, reason: 'taken' },
  });
  await page.getByText('这条预警已不在队列中').waitFor();
  desktop.dispose();
});
