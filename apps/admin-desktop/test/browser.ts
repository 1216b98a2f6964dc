import { AxeBuilder } from '@axe-core/playwright';
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

export interface Watched {
  page: Page;
  /** What the page complained about; refused requests that a test expects are left out. */
  complaints: string[];
}

export async function openPage(browser: Browser, options: { locale?: string; dark?: boolean } = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: options.locale ?? 'zh-CN',
    colorScheme: options.dark ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const expected = /Failed to load resource: the server responded with a status of 4/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Nothing serious for those who use a keyboard or a screen reader. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel(/邮箱或手机号|E-mail or phone/).fill(account);
  await page
    .getByLabel(/^(密码|Password)/)
    .first()
    .fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

/** Looks again until it is so; pages on a busy machine need their time. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });
