import { AxeBuilder } from '@axe-core/playwright';
import type { Account } from '@forewarn/api/testing';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { chromiumPath } from './config.ts';

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Device {
  locale?: string;
  dark?: boolean;
  /** 375 px wide, with a finger. */
  phone?: boolean;
}

export interface Visit {
  page: Page;
  /** What the page complained about, but for refused requests, which tests expect. */
  complaints: string[];
}

/** A browser of its own: no cookies, nothing remembered. */
export async function visit(browser: Browser, { locale = 'zh-CN', dark = false, phone = false }: Device = {}) {
  const context = await browser.newContext({
    viewport: phone ? { width: 375, height: 812 } : { width: 1280, height: 800 },
    hasTouch: phone,
    isMobile: phone,
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  return { page, complaints: listen(page) };
}

export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const refused = /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !refused) complaints.push(message.text());
  });
  return complaints;
}

export async function fillSignIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel(/邮箱或手机号|E-mail or phone/).fill(account);
  await page.locator('[name=password]').fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

/** Opens a page of the system as that merchant, by way of the sign-in. */
export async function openAs(page: Page, url: string, path: string, { email, password }: Account): Promise<void> {
  await page.goto(url + path);
  await fillSignIn(page, email, password);
  await page.getByRole('banner').waitFor();
  await page.getByRole('main').locator('h1').waitFor();
}

/** Nothing serious for those who use a keyboard or a screen reader, and nothing wider than the window. */
export async function expectFit(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** On a phone: whatever a finger is to meet is at least 44 px high; links among words are as high as their words. */
export async function expectRoomForFingers(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const things = document.querySelectorAll<HTMLElement>(
      'a, button, select, [role=radio], textarea, input:not([type=checkbox], [type=radio], [type=file])',
    );
    return [...things]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((one) => getComputedStyle(one).display !== 'inline' && one.getAttribute('href') !== '#content')
      .map((one) => {
        const reach = getComputedStyle(one, '::after');
        const around = reach.position === 'absolute' ? Number.parseFloat(reach.height) || 0 : 0;
        return { name: one.ariaLabel || one.textContent, high: Math.max(one.getBoundingClientRect().height, around) };
      })
      .filter(({ high }) => high > 0 && high < 43.5);
  });
  expect(small).toEqual([]);
}
