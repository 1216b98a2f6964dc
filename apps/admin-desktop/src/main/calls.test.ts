import { expect, test } from 'vitest';
import { callChannel } from '../bridge/channels.ts';
import { CALLS, type CallHandlers } from '../bridge/contract.ts';
import { type CallEvent, registerCalls, type SenderFrame } from './calls.ts';

const SETTINGS = { serverAddress: 'https://forewarn.example', serverAddressFixed: false, locale: null };
const DOWNLOAD = {
  path: '/api/v1/alerts/exports/018f3f2e-0000-7000-8000-000000000000/file',
  suggestedName: 'alerts.csv',
  token: 'abc.def',
  locale: 'en',
};
const OWN: SenderFrame = { url: 'app://forewarn/queue', parent: null };

function bridge(overrides: { load?: () => { refreshToken: string | null } } = {}) {
  const seen: unknown[] = [];
  const note = <T>(answer: T) => {
    return (input?: unknown) => {
      seen.push(input);
      return answer;
    };
  };
  const handlers: CallHandlers = {
    settings: {
      get: note(SETTINGS),
      checkServer: note({ address: 'https://forewarn.example', state: 'ready', milliseconds: 1 }),
      setServer: note(SETTINGS),
      setLocale: note(SETTINGS),
    },
    session: {
      keychain: note({ state: 'keychain' }),
      load: overrides.load ?? note({ refreshToken: null }),
      store: note({ persisted: true }),
      clear: note({ done: true }),
    },
    shell: {
      info: note({ version: '1', platform: 'linux', shell: 'electron', electron: '45' }),
      openExternal: note({ opened: true }),
      notify: note({ shown: true }),
      saveFile: note({ saved: false, fileName: null }),
      saveDownload: note({ saved: false, fileName: null, failure: null }),
      setBadge: note({ done: true }),
    },
  };
  const channels = new Map<string, (event: CallEvent, ...args: unknown[]) => Promise<unknown>>();
  registerCalls({ handle: (channel, listener) => channels.set(channel, listener) }, handlers);
  const call = (group: string, name: string, input?: unknown, senderFrame: SenderFrame | null = OWN) => {
    const listener = channels.get(callChannel(group, name));
    if (!listener) throw new Error(`no ${group}.${name}`);
    return listener({ senderFrame }, input);
  };
  return { call, seen, channels };
}

test('desktop: exactly the declared calls are open', () => {
  const declared = Object.entries(CALLS).flatMap(([group, methods]) =>
    Object.keys(methods).map((name) => callChannel(group, name)),
  );
  expect([...bridge().channels.keys()].sort()).toEqual(declared.sort());
});

test.each<[string, SenderFrame | null]>([
  ['a web page', { url: 'https://evil.example/', parent: null }],
  ['a local file', { url: 'file:///tmp/x.html', parent: null }],
  ['a look-alike host', { url: 'app://forewarn.evil.example/', parent: null }],
  ['a frame inside the app’s page', { url: 'app://forewarn/', parent: {} }],
  ['a frame that is gone', null],
  ['an empty frame', { url: '', parent: null }],
])('desktop: %s may not call anything', async (_who, frame) => {
  const { call, seen } = bridge();
  for (const [group, methods] of Object.entries(CALLS)) {
    for (const name of Object.keys(methods)) {
      await expect(call(group, name, undefined, frame)).rejects.toThrow('this sender may not call');
    }
  }
  expect(seen).toEqual([]);
});

test.each<[string, string, unknown]>([
  ['settings', 'get', { anything: true }],
  ['settings', 'setServer', { address: 'http://forewarn.example' }],
  ['settings', 'setServer', { address: 'https://user:pw@forewarn.example' }],
  ['settings', 'setServer', { address: 42 }],
  ['settings', 'setLocale', { locale: 'fr' }],
  ['session', 'store', { refreshToken: 'short', remember: true }],
  ['session', 'store', null],
  ['shell', 'openExternal', { url: 'not a url' }],
  ['shell', 'notify', { title: '', body: 'x' }],
  ['shell', 'notify', { title: 'x', body: 'y', path: '//evil.example' }],
  ['shell', 'saveFile', { suggestedName: '../../.bashrc', content: 'x' }],
  ['shell', 'saveFile', { suggestedName: 'run.exe', content: 'x' }],
  ['shell', 'saveFile', { suggestedName: 'run.exe', content: 'eA==', encoding: 'base64' }],
  ['shell', 'saveFile', { suggestedName: 'cards.xlsx', content: 'x', encoding: 'hex' }],
  ['shell', 'saveDownload', { ...DOWNLOAD, path: '/api/v1/auth/me' }],
  ['shell', 'saveDownload', { ...DOWNLOAD, path: `//evil.example${DOWNLOAD.path}` }],
  ['shell', 'saveDownload', { ...DOWNLOAD, suggestedName: '../alerts.csv' }],
  ['shell', 'saveDownload', { ...DOWNLOAD, suggestedName: 'alerts.sh' }],
  ['shell', 'saveDownload', { ...DOWNLOAD, token: 'two words\r\nx: y' }],
  ['shell', 'setBadge', { count: -1 }],
])('desktop: %s.%s refuses the payload %j before its handler runs', async (group, name, payload) => {
  const { call, seen } = bridge();
  await expect(call(group, name, payload)).rejects.toThrow('the payload is not valid');
  expect(seen).toEqual([]);
});

test('desktop: a second argument is refused', async () => {
  const { channels, seen } = bridge();
  const listener = channels.get(callChannel('settings', 'get'));
  await expect(listener?.({ senderFrame: OWN }, undefined, 'more')).rejects.toThrow('not valid');
  expect(seen).toEqual([]);
});

test('desktop: handlers get parsed input, pages only declared answers', async () => {
  const extra = { refreshToken: null, secret: 'stays inside' };
  const { call, seen } = bridge({ load: () => extra });
  await call('settings', 'setServer', { address: ' Forewarn.Example ' });
  expect(seen).toEqual([{ address: 'https://forewarn.example' }]);
  expect(await call('session', 'load')).toEqual({ refreshToken: null });
});
