import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { type MenuActions, menuTemplate } from './menu.ts';

const ACTIONS: MenuActions = { go: () => {}, command: () => {}, newWindow: () => {}, openDocs: () => {} };

function labels(items: MenuItemConstructorOptions[]): string[] {
  return items.flatMap(({ label, submenu, type }) => [
    ...(type === 'separator' ? [] : [label ?? '(none)']),
    ...(Array.isArray(submenu) ? labels(submenu) : []),
  ]);
}

test('desktop: every menu entry has words in Chinese and in English', () => {
  for (const mac of [true, false]) {
    const zh = labels(menuTemplate('zh-CN', { mac, packaged: false }, ACTIONS));
    const en = labels(menuTemplate('en', { mac, packaged: false }, ACTIONS));
    expect(zh).toHaveLength(en.length);
    expect(zh.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual(mac ? ['Forewarn'] : []);
    expect(en.filter((label) => !/^[\x20-\x7e…]+$/.test(label))).toEqual([]);
  }
});

test('desktop: the developer tools are not in the packaged app’s menu', () => {
  expect(labels(menuTemplate('en', { mac: false, packaged: true }, ACTIONS))).not.toContain('Developer tools');
});

test('desktop: the Go menu leads to pages, the others give commands', () => {
  const did: string[] = [];
  const template = menuTemplate(
    'en',
    { mac: false, packaged: true },
    {
      ...ACTIONS,
      go: (path) => did.push(path),
      command: (name) => did.push(name),
    },
  );
  const clickable = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  for (const item of clickable) if (item.click) Reflect.apply(item.click, item, []);
  expect(did).toEqual([
    'change-server',
    'sign-out',
    'search',
    '/queue',
    '/alerts',
    '/deliveries',
    '/merchants',
    '/staff',
    '/roles',
    '/credentials',
    '/calls',
    '/audit',
    '/security',
    'refresh',
  ]);
});
