import path from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  net,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { startDesktop } from './desktop.ts';

// Not awaited at the top level: Electron emits `ready` only once its entry module has been evaluated.
startDesktop(
  { app, BrowserWindow, dialog, ipcMain, Menu, Notification, net, protocol, safeStorage, session, shell },
  {
    dist: path.join(import.meta.dirname, '..'),
    platform: process.platform,
    argv: process.argv,
    electronVersion: process.versions.electron ?? null,
  },
).catch((error: unknown) => {
  dialog.showErrorBox('Forewarn', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
