import type { CallHandlers } from '../bridge/contract.ts';
import type { Settings } from '../bridge/payloads.ts';
import { checkServer } from './check-server.ts';
import type { ElectronApi } from './electron-api.ts';
import { isAllowedExternal } from './external.ts';
import type { Fetch } from './forward.ts';
import type { Keychain } from './keychain.ts';
import { saveDownload } from './save-download.ts';
import { saveFile } from './save-file.ts';
import type { SettingsFile } from './settings.ts';
import type { Windows } from './windows.ts';

export interface HandlerDeps {
  electron: Pick<ElectronApi, 'app' | 'dialog' | 'Notification' | 'shell'>;
  settings: SettingsFile;
  keychain: Keychain;
  windows: Pick<Windows, 'front' | 'show'>;
  fetch: Fetch;
  platform: NodeJS.Platform;
  electronVersion: string | null;
  onLocale: () => void;
}

/** The bridge's calls put into effect. Payloads have been parsed by `calls.ts`. */
export function createHandlers(deps: HandlerDeps): CallHandlers {
  const { electron, settings, keychain } = deps;
  const server = () => settings.current().serverAddress;
  const shown = (): Settings => ({ ...settings.current(), serverAddressFixed: false });
  return {
    settings: {
      get: () => shown(),
      checkServer: ({ address }) => checkServer(address, deps.fetch),
      setServer: async ({ address }) => {
        if (address !== server()) await keychain.clear();
        await settings.update({ serverAddress: address });
        return shown();
      },
      setLocale: async ({ locale }) => {
        await settings.update({ locale });
        deps.onLocale();
        return shown();
      },
    },
    session: {
      keychain: async () => ({ state: await keychain.state() }),
      load: async () => ({ refreshToken: await keychain.load(server()) }),
      store: async ({ refreshToken, remember }) => ({
        persisted: await keychain.store(server(), refreshToken, remember),
      }),
      clear: async () => {
        await keychain.clear();
        return { done: true };
      },
    },
    shell: {
      info: () => ({
        version: electron.app.getVersion(),
        platform: deps.platform,
        shell: 'electron' as const,
        electron: deps.electronVersion,
      }),
      openExternal: async ({ url }) => {
        if (!isAllowedExternal(url, server())) return { opened: false };
        await electron.shell.openExternal(url);
        return { opened: true };
      },
      notify: ({ title, body, path }) => {
        if (!electron.Notification.isSupported()) return { shown: false };
        const notification = new electron.Notification({ title, body });
        notification.on('click', () => deps.windows.show(path));
        notification.show();
        return { shown: true };
      },
      saveFile: (file) => saveFile(electron, deps.windows, file),
      saveDownload: (file) =>
        saveDownload({ dialog: electron.dialog, windows: deps.windows, server: server(), fetch: deps.fetch }, file),
      setBadge: ({ count }) => ({ done: electron.app.setBadgeCount(count) }),
    },
  };
}
