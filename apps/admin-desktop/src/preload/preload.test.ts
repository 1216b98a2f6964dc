import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { channelTable } from '../bridge/channels.ts';

type Exposed = Record<string, Record<string, (input: unknown) => unknown>>;
let out: string;
let source: string;

/** Built as it ships: the sandbox runs the bundle, not the sources. */
beforeAll(() => {
  out = mkdtempSync(path.join(tmpdir(), 'forewarn-preload-'));
  const app = path.resolve(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['build.mjs', '--only=preload', `--out=${out}`], { cwd: app });
  source = readFileSync(path.join(out, 'preload', 'preload.cjs'), 'utf8');
}, 60_000);
afterAll(() => rmSync(out, { recursive: true }));

function run() {
  const worlds = new Map<string, Exposed>();
  const invoked: unknown[][] = [];
  const listeners = new Map<string, (...args: unknown[]) => void>();
  const required: string[] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Exposed) => worlds.set(name, api) },
    ipcRenderer: {
      invoke: (...args: unknown[]) => invoked.push(args),
      on: (channel: string, listener: (...args: unknown[]) => void) => listeners.set(channel, listener),
      removeListener: (channel: string) => listeners.delete(channel),
    },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`a sandboxed preload can't load ${name}`);
    return electron;
  };
  vm.runInNewContext(source, { require, module: { exports: {} }, exports: {} });
  return { worlds, invoked, listeners, required };
}

test('desktop: the built preload exposes exactly the declared calls and events, and no more', () => {
  const { worlds, required } = run();
  const table = channelTable();
  expect([...worlds.keys()]).toEqual(['bridge']);
  expect(required).toEqual(['electron']);
  const exposed = Object.fromEntries(
    Object.entries(worlds.get('bridge') ?? {}).map(([group, members]) => [group, Object.keys(members).sort()]),
  );
  const declared = Object.fromEntries(
    [...Object.entries(table.calls), ['on', table.events] as const].map(([group, names]) => [
      group,
      Object.keys(names).sort(),
    ]),
  );
  expect(exposed).toEqual(declared);
});

test('desktop: a call goes to its own channel with one payload', () => {
  const { worlds, invoked } = run();
  worlds.get('bridge')?.shell?.setBadge?.({ count: 3 });
  expect(invoked).toEqual([['forewarn:call:shell.setBadge', { count: 3 }]]);
});

test('desktop: a listener gets the payload without Electron’s event, and can stop', () => {
  const { worlds, listeners } = run();
  const heard: unknown[] = [];
  const stop = worlds.get('bridge')?.on?.navigate?.((...args: unknown[]) => heard.push(args));
  listeners.get('forewarn:event:navigate')?.({ sender: 'private' }, { path: '/queue' });
  expect(heard).toEqual([[{ path: '/queue' }]]);
  if (typeof stop !== 'function') throw new Error('no way to stop');
  stop();
  expect(listeners.size).toBe(0);
});
