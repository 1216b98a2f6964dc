import path from 'node:path';
import { pickLocale } from '@forewarn/core/kernel/locale';
import { registerCalls } from './calls.ts';
import { deepLinkOf, parseDeepLink } from './deep-link.ts';
import { deviceIdFor } from './device-id.ts';
import type { ElectronApi } from './electron-api.ts';
import { isAllowedExternal } from './external.ts';
import { createHandlers } from './handlers.ts';
import { createKeychain } from './keychain.ts';
import { menuTemplate } from './menu.ts';
import { APP_SCHEME, DEEP_LINK_SCHEME } from './origin.ts';
import { createPages } from './pages.ts';
import { refusePermissions } from './permissions.ts';
import { openSettings } from './settings.ts';
import { createWindows } from './windows.ts';

export interface DesktopOptions {
  /** Folder that holds `preload/` and `renderer/` as built. */
  dist: string;
  platform: NodeJS.Platform;
  argv: readonly string[];
  electronVersion: string | null;
}

/** Starts the app. Everything before `whenReady` must be called before Electron is ready. */
export async function startDesktop(electron: ElectronApi, options: DesktopOptions): Promise<void> {
  const { app, Menu, net, protocol, session, shell } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME);

  const folder = app.getPath('userData');
  const settings = openSettings(path.join(folder, 'settings.json'));
  const keychain = createKeychain({
    safeStorage: electron.safeStorage,
    platform: options.platform,
    file: path.join(folder, 'session.bin'),
  });
  const windows = createWindows(electron, path.join(options.dist, 'preload', 'preload.cjs'));
  const fetch = (url: string, init: RequestInit) => net.fetch(url, init);
  const server = () => settings.current().serverAddress;
  const device = (to: string) => deviceIdFor(settings, to);

  const setMenu = () => {
    const locale = settings.current().locale ?? pickLocale(app.getLocale());
    const template = menuTemplate(
      locale,
      { mac: options.platform === 'darwin', packaged: app.isPackaged },
      {
        go: (place) => windows.show(place),
        command: (name) => windows.tell('command', { name }),
        newWindow: () => windows.open(),
        openDocs: () => {
          const url = `${server()}/api/v1/docs`;
          if (isAllowedExternal(url, server())) void shell.openExternal(url);
        },
      },
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  let linkAtStart = deepLinkOf(options.argv);
  app.on('second-instance', (_event, argv) => windows.show(deepLinkOf(argv)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    if (app.isReady()) windows.show(parseDeepLink(url));
    else linkAtStart = parseDeepLink(url);
  });
  app.on('window-all-closed', () => {
    if (options.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => windows.show());

  await app.whenReady();
  refusePermissions(session.defaultSession);
  protocol.handle(APP_SCHEME, createPages({ root: path.join(options.dist, 'renderer'), server, fetch, device }));
  registerCalls(
    electron.ipcMain,
    createHandlers({
      electron,
      settings,
      keychain,
      windows,
      fetch,
      platform: options.platform,
      electronVersion: options.electronVersion,
      onLocale: setMenu,
    }),
  );
  setMenu();
  windows.open(linkAtStart);
}
