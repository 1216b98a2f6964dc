import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type CallEvent, registerCalls } from '../src/main/calls.ts';
import { createHandlers } from '../src/main/handlers.ts';
import { createKeychain, type SafeStorage } from '../src/main/keychain.ts';
import { APP_ORIGIN } from '../src/main/origin.ts';
import { openSettings } from '../src/main/settings.ts';
import { DIST } from './preview.ts';

export interface DesktopSide {
  /** Files the page saved, by name. */
  saved: Map<string, string>;
  /** What the desktop fetched and saved by itself. */
  downloaded(name: string): Buffer;
  /** Titles of notifications shown. */
  notices: string[];
  /** As a menu entry or deep link would. */
  tell(channel: string, payload: unknown): Promise<void>;
  dispose(): void;
}

/**
 * The desktop's own side around a page in Chromium: the built preload, and behind it the real handlers with their real settings file and
 * keychain. Of Electron only the pipe between them and the operating system's parts are stood in for.
 */
export async function attachDesktop(
  page: Page,
  server: string | null,
  backend = 'gnome_libsecret',
): Promise<DesktopSide> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forewarn-desktop-e2e-'));
  const settings = openSettings(path.join(folder, 'settings.json'));
  if (server !== null) await settings.update({ serverAddress: server });
  const saved = new Map<string, string>();
  const notices: string[] = [];
  const channels = new Map<string, (event: CallEvent, ...args: unknown[]) => Promise<unknown>>();
  class Notification {
    static isSupported = () => true;
    title: string;
    constructor({ title }: { title: string }) {
      this.title = title;
    }
    on() {}
    show() {
      notices.push(this.title);
    }
  }
  const keychain = createKeychain({
    safeStorage: sealing(backend),
    platform: 'linux',
    file: path.join(folder, 'session.bin'),
  });
  const { shell, ...handlers } = createHandlers({
    electron: Object.assign(Object.create(null), {
      app: { getVersion: () => '0.1.0', setBadgeCount: () => true },
      Notification,
      shell: { openExternal: async () => {} },
      dialog: {
        showSaveDialog: async ({ defaultPath }: { defaultPath: string }) => ({
          canceled: false,
          filePath: path.join(folder, defaultPath),
        }),
      },
    }),
    settings,
    keychain,
    windows: { front: () => undefined, show: () => {} },
    fetch: (url, init) => fetch(url, init),
    platform: 'linux',
    electronVersion: null,
    onLocale: () => {},
  });
  const saveFile = async ({ suggestedName, content }: { suggestedName: string; content: string }) => {
    saved.set(suggestedName, content);
    return { saved: true, fileName: suggestedName };
  };
  registerCalls(
    { handle: (channel, listener) => channels.set(channel, listener) },
    { ...handlers, shell: { ...shell, saveFile } },
  );
  await page.exposeBinding('__invoke', async ({ frame }, channel: string, input: unknown) => {
    const parent = frame.parentFrame();
    const event = { senderFrame: { url: `${APP_ORIGIN}/`, parent } };
    return channels.get(channel)?.(event, input ?? undefined);
  });
  await page.addInitScript(preloadScript());
  return {
    saved,
    downloaded: (name) => readFileSync(path.join(folder, name)),
    notices,
    tell: (channel, payload) =>
      page.evaluate(([name, data]) => Reflect.apply(Reflect.get(window, '__tell'), null, [name, data]), [
        channel,
        payload,
      ] as const),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The built preload with Electron's two objects made of what a page has. */
function preloadScript(): string {
  const source = readFileSync(path.join(DIST, 'preload', 'preload.cjs'), 'utf8');
  return `(() => {
    const listeners = new Map();
    window.__tell = (channel, payload) => (listeners.get(channel) ?? []).forEach((listener) => listener({}, payload));
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: api }) },
      ipcRenderer: {
        invoke: (channel, input) => window.__invoke(channel, input),
        on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
        removeListener: (channel, listener) =>
          listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
      },
    };
    ((require, module) => {
      ${source}
    })(() => electron, { exports: {} });
  })();`;
}

/** Turns bytes round: the operating system's keychain can't be had in a test. */
function sealing(backend: string): SafeStorage {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => turn(Buffer.from(text)),
    decryptStringAsync: async (sealed) => ({ result: turn(sealed).toString(), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => backend,
  };
}
