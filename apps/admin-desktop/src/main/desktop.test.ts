import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { CallEvent } from './calls.ts';

/** Stands where Electron stands: records what the app asks of it, in order, and hands back the handlers it registers. */
function fakeElectron(folder: string, { primary = true } = {}) {
  const order: string[] = [];
  const listeners = new Map<string, (...args: unknown[]) => void>();
  const calls = new Map<string, (event: CallEvent, ...args: unknown[]) => Promise<unknown>>();
  const windows: { options: { webPreferences: Record<string, unknown> }; urls: string[]; sent: unknown[][] }[] = [];
  const opened: string[] = [];
  class BrowserWindow {
    static all: BrowserWindow[] = [];
    static getAllWindows = () => BrowserWindow.all;
    static getFocusedWindow = () => null;
    record: (typeof windows)[number];
    webContents: object;
    constructor(options: (typeof windows)[number]['options']) {
      const record = { options, urls: [], sent: [] as unknown[][] };
      this.record = record;
      this.webContents = {
        on: (event: string) => order.push(`guard ${event}`),
        setWindowOpenHandler: () => order.push('guard window.open'),
        send: (...args: unknown[]) => record.sent.push(args),
      };
      windows.push(record);
      BrowserWindow.all.push(this);
      order.push('window');
    }
    once() {}
    show() {}
    focus() {}
    isMinimized = () => false;
    async loadURL(url: string) {
      this.record.urls.push(url);
      order.push('load');
    }
  }
  const handle = (name: string) => () => {
    order.push(name);
  };
  const electron = {
    app: {
      requestSingleInstanceLock: () => primary,
      quit: handle('quit'),
      exit: handle('exit'),
      enableSandbox: handle('enableSandbox'),
      setAsDefaultProtocolClient: handle('deep links'),
      getPath: () => folder,
      getLocale: () => 'en-GB',
      getVersion: () => '0.1.0',
      isPackaged: true,
      isReady: () => true,
      on: (event: string, listener: (...args: unknown[]) => void) => listeners.set(event, listener),
      whenReady: async () => order.push('ready'),
      setBadgeCount: () => true,
    },
    BrowserWindow,
    dialog: {},
    ipcMain: { handle: (channel: string, listener: Parameters<typeof calls.set>[1]) => calls.set(channel, listener) },
    Menu: { setApplicationMenu: handle('menu'), buildFromTemplate: (template: unknown) => template },
    net: {},
    Notification: { isSupported: () => false },
    protocol: { registerSchemesAsPrivileged: handle('scheme'), handle: handle('pages') },
    safeStorage: { getSelectedStorageBackend: () => 'basic_text', isAsyncEncryptionAvailable: async () => true },
    session: {
      defaultSession: {
        setPermissionRequestHandler: handle('permission requests'),
        setPermissionCheckHandler: handle('permission checks'),
        setDevicePermissionHandler: handle('devices'),
        on: handle('downloads'),
      },
    },
    shell: { openExternal: async (url: string) => opened.push(url) },
  };
  return { electron, order, listeners, calls, windows, opened };
}

let folder = '';
afterEach(() => {
  vi.doUnmock('electron');
  vi.resetModules();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the real entry module against the fake. */
async function start(options?: { primary: boolean }) {
  folder = mkdtempSync(path.join(tmpdir(), 'forewarn-desktop-'));
  const fake = fakeElectron(folder, options);
  vi.doMock('electron', () => fake.electron);
  await import('./main.ts');
  if (options?.primary !== false) await vi.waitFor(() => expect(fake.order).toContain('load'));
  return fake;
}

test('desktop: the sandbox and the scheme come before ready, every refusal before the first page', async () => {
  const { order } = await start();
  const at = (step: string) => order.indexOf(step);
  for (const early of ['enableSandbox', 'scheme']) expect(at(early)).toBeLessThan(at('ready'));
  for (const refusal of ['permission requests', 'permission checks', 'devices', 'downloads', 'guard window.open']) {
    expect(at(refusal)).toBeGreaterThan(-1);
    expect(at(refusal)).toBeLessThan(at('load'));
  }
  for (const guard of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    expect(order).toContain(`guard ${guard}`);
  }
});

test('desktop: a window is sandboxed and isolated, without Node or webviews, and shows app:// alone', async () => {
  const { windows } = await start();
  expect(windows[0]?.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(windows[0]?.urls).toEqual(['app://forewarn/']);
});

test('desktop: a second start opens nothing, and its link shows in the first', async () => {
  const first = await start();
  first.listeners.get('second-instance')?.({}, ['forewarn', 'forewarn://alerts/7']);
  expect(first.windows.map(({ sent }) => sent)).toEqual([[['forewarn:event:navigate', { path: '/alerts/7' }]]]);
  vi.resetModules();
  rmSync(folder, { recursive: true });
  const second = await start({ primary: false });
  await vi.waitFor(() => expect(second.order).toEqual(['quit']));
  expect(second.windows).toEqual([]);
});

test('desktop: through the whole app, changing the server forgets the session, and foreign links stay closed', async () => {
  const { calls, opened } = await start();
  const call = (name: string, input?: unknown) =>
    calls.get(`forewarn:call:${name}`)?.({ senderFrame: { url: 'app://forewarn/', parent: null } }, input);
  await call('settings.setServer', { address: 'forewarn.example' });
  expect(await call('session.store', { refreshToken: 'rt_0123456789abcdefghij', remember: true })).toEqual({
    persisted: false,
  });
  expect(await call('session.keychain')).toEqual({ state: 'plain_text_backend' });
  expect(await call('session.load')).toEqual({ refreshToken: 'rt_0123456789abcdefghij' });
  expect(await call('settings.setServer', { address: 'https://other.example' })).toEqual({
    serverAddress: 'https://other.example',
    serverAddressFixed: false,
    locale: null,
  });
  expect(await call('session.load')).toEqual({ refreshToken: null });
  expect(await call('shell.openExternal', { url: 'https://evil.example/' })).toEqual({ opened: false });
  expect(await call('shell.openExternal', { url: 'https://other.example/api/v1/docs' })).toEqual({ opened: true });
  expect(opened).toEqual(['https://other.example/api/v1/docs']);
});
