import type * as Electron from 'electron';

/** The parts of Electron in use: passed in, so that everything but `main.ts` runs under plain Node in tests. */
export type ElectronApi = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'net'
  | 'Notification'
  | 'protocol'
  | 'safeStorage'
  | 'session'
  | 'shell'
>;
