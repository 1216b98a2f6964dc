import type { BrowserWindow } from 'electron';
import { eventChannel } from '../bridge/channels.ts';
import { EVENTS, type EventName, type EventPayload } from '../bridge/contract.ts';
import type { ElectronApi } from './electron-api.ts';
import { guardNavigation } from './navigation.ts';
import { APP_ORIGIN } from './origin.ts';
import { windowOptions } from './window-options.ts';

export interface Windows {
  open(path?: string): BrowserWindow;
  /** The one in front, else any, else undefined. */
  front(): BrowserWindow | undefined;
  /** Brings a window to the front and tells it; opens one at the path when there is none. */
  show(path?: string): void;
  tell<E extends EventName>(name: E, payload: EventPayload<E>): void;
}

export function createWindows(electron: Pick<ElectronApi, 'BrowserWindow'>, preload: string): Windows {
  const { BrowserWindow } = electron;
  const windows: Windows = {
    open(path = '/') {
      const window = new BrowserWindow(windowOptions(preload));
      guardNavigation(window.webContents);
      window.once('ready-to-show', () => window.show());
      // A page that died is put back instead of leaving an empty window: queues stay open all day.
      window.webContents.on('render-process-gone', (_event, { reason }) => {
        if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
      });
      void window.loadURL(APP_ORIGIN + path);
      return window;
    },
    front: () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0],
    show(path) {
      const window = windows.front();
      if (window === undefined) {
        windows.open(path);
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (path !== undefined) windows.tell('navigate', { path });
    },
    tell(name, payload) {
      windows.front()?.webContents.send(eventChannel(name), EVENTS[name].parse(payload));
    },
  };
  return windows;
}
