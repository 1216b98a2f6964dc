import type { Locale } from '@forewarn/core/kernel/locale';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../bridge/payloads.ts';
import { MENU_LABELS, type MenuLabels } from './menu-labels.ts';

export interface MenuActions {
  go(path: string): void;
  command(name: MenuCommand): void;
  newWindow(): void;
  openDocs(): void;
}

const PLACES: readonly { path: string; label: keyof MenuLabels }[] = [
  { path: '/queue', label: 'queue' },
  { path: '/alerts', label: 'alerts' },
  { path: '/deliveries', label: 'deliveries' },
  { path: '/merchants', label: 'merchants' },
  { path: '/staff', label: 'staff' },
  { path: '/roles', label: 'roles' },
  { path: '/credentials', label: 'credentials' },
  { path: '/calls', label: 'calls' },
  { path: '/audit', label: 'audit' },
  { path: '/security', label: 'security' },
];

/** The application menu. What the signed-in person may not see is refused by the page itself, in words. */
export function menuTemplate(
  locale: Locale,
  options: { mac: boolean; packaged: boolean },
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const t = MENU_LABELS[locale];
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => actions.command(name),
  });
  const appMenu: MenuItemConstructorOptions[] = options.mac
    ? [
        {
          label: 'Forewarn',
          submenu: [{ role: 'about', label: t.about }, { type: 'separator' }, { role: 'quit', label: t.quit }],
        },
      ]
    : [];
  const view: MenuItemConstructorOptions[] = [
    command(t.refresh, 'refresh', 'CmdOrCtrl+R'),
    { type: 'separator' },
    { role: 'zoomIn', label: t.zoomIn },
    { role: 'zoomOut', label: t.zoomOut },
    { role: 'resetZoom', label: t.resetZoom },
    { role: 'togglefullscreen', label: t.fullScreen },
  ];
  if (!options.packaged) view.push({ type: 'separator' }, { role: 'toggleDevTools', label: t.developerTools });
  return [
    ...appMenu,
    {
      label: t.file,
      submenu: [
        { label: t.newWindow, accelerator: 'CmdOrCtrl+N', click: () => actions.newWindow() },
        { type: 'separator' },
        command(t.changeServer, 'change-server'),
        command(t.signOut, 'sign-out'),
        { type: 'separator' },
        { role: 'close', label: t.close },
        ...(options.mac ? [] : [{ role: 'quit', label: t.quit } satisfies MenuItemConstructorOptions]),
      ],
    },
    {
      label: t.edit,
      submenu: [
        { role: 'undo', label: t.undo },
        { role: 'redo', label: t.redo },
        { type: 'separator' },
        { role: 'cut', label: t.cut },
        { role: 'copy', label: t.copy },
        { role: 'paste', label: t.paste },
        { role: 'selectAll', label: t.selectAll },
        { type: 'separator' },
        command(t.search, 'search', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: t.go,
      submenu: PLACES.map(({ path, label }, index) => ({
        label: t[label],
        // There are nine digits.
        ...(index < 9 && { accelerator: `CmdOrCtrl+${index + 1}` }),
        click: () => actions.go(path),
      })),
    },
    { label: t.view, submenu: view },
    { label: t.help, submenu: [{ label: t.apiDocs, click: () => actions.openDocs() }] },
  ];
}
