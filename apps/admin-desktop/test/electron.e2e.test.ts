import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestSystem } from '@forewarn/api/testing';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { signIn } from './browser.ts';
import { environment, hasDisplay } from './config.ts';

const APP = path.resolve(import.meta.dirname, '..');

/** Electron's own binary, as its package lays it down; undefined where it could not be downloaded. */
function electronBinary(): string | undefined {
  const folder = path.resolve(APP, '../../node_modules/electron');
  const note = path.join(folder, 'path.txt');
  const binary = existsSync(note) ? path.join(folder, 'dist', readFileSync(note, 'utf8').trim()) : '';
  return existsSync(binary) && binary !== '' ? binary : undefined;
}

const binary = electronBinary();
const missing =
  binary === undefined
    ? 'Electron’s binary is not installed (node node_modules/electron/install.js)'
    : hasDisplay()
      ? undefined
      : 'there is no display to open a window on';

if (missing !== undefined) process.stderr.write(`SKIPPED the test of the real Electron app: ${missing}.\n`);

test.skipIf(missing !== undefined)(
  `desktop: the real app opens a locked window, signs in and reaches the queue${missing ? ` (SKIPPED: ${missing})` : ''}`,
  async () => {
    const system = await startTestSystem();
    const folder = mkdtempSync(path.join(tmpdir(), 'forewarn-electron-'));
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ serverAddress: system.url, locale: 'en' }));
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath: binary ?? '',
      args: [...asRoot, `--user-data-dir=${folder}`, APP],
      env: environment(),
    });
    try {
      const page = await app.firstWindow();
      expect(page.url()).toMatch(/^app:\/\/forewarn\//);
      expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window))).toEqual([]);
      expect(await page.evaluate(() => window.open('https://example.com'))).toBeNull();
      await page.evaluate(() => {
        window.location.href = 'https://example.com/';
      });
      expect(page.url()).toMatch(/^app:\/\/forewarn\//);
      const refused = await page.evaluate(() =>
        navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      );
      expect(refused).toBe('denied');
      const admin = await system.staff();
      await signIn(page, admin.email, admin.password);
      await page.getByRole('heading', { name: 'Work queue' }).waitFor();
    } finally {
      await app.close();
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
