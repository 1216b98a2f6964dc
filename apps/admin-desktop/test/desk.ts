import { startTestSystem, type TestSystem } from '@forewarn/api/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launch, openPage, signIn } from './browser.ts';
import { attachDesktop } from './desktop-side.ts';
import { type Preview, startPreview } from './preview.ts';

interface OpenOptions {
  locale?: string;
  dark?: boolean;
}

/** The whole product for the tests of one file: its processes, the provider's sandbox, the built desktop and a browser; ended with the file. */
export function startDesk() {
  let system: TestSystem | undefined;
  let preview: Preview | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    system = await startTestSystem({ services: ['web', 'worker'], sandbox: true });
    [preview, browser] = await Promise.all([startPreview(system.url), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    preview?.stop();
    await system?.stop();
  });
  const running = () => {
    if (!system || !preview || !browser) throw new Error('not before beforeAll');
    return { system, preview, browser };
  };
  const control = (path: string, order: object) =>
    fetch(`${running().system.sandbox?.http}/__control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
  return {
    get system() {
      return running().system;
    },
    url: (path: string) => `${running().preview.url}${path}`,
    control,
    /** Ends every fault that was ordered. */
    heal: () => fetch(`${running().system.sandbox?.http}/__control/faults`, { method: 'DELETE' }),
    /** Has the provider push alerts; every test has descriptors of its own. */
    async push(alert: Record<string, unknown>, count = 1): Promise<void> {
      const answer = await control('push', { alert, count });
      const { results }: { results: { status: number }[] } = await answer.json();
      expect(results.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 200));
    },
    /** A page of the desktop, signed in as a platform admin. */
    async open(path: string, options: OpenOptions = {}) {
      const { system: on, browser: by } = running();
      const watched = await openPage(by, options);
      const desktop = await attachDesktop(watched.page, on.url);
      const admin = await on.staff({ name: '赵强' });
      await watched.page.goto(this.url(path));
      await signIn(watched.page, admin.email, admin.password);
      return { ...watched, desktop, admin };
    },
  };
}
