import { expect, test } from 'vitest';
import { type GuardedContents, guardNavigation } from './navigation.ts';

type Listener = (event: { url: string; preventDefault(): void }) => void;

function guarded() {
  const listeners = new Map<string, Listener>();
  let opened: ((details: { url: string }) => { action: 'deny' }) | undefined;
  const contents: GuardedContents = {
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    setWindowOpenHandler: (handler) => {
      opened = handler;
    },
  };
  guardNavigation(contents);
  const refused = (event: string, url: string) => {
    let prevented = false;
    const listener = listeners.get(event);
    if (!listener) throw new Error(`nothing listens to ${event}`);
    listener({ url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  return { refused, open: (url: string) => opened?.({ url }) };
}

const FOREIGN = [
  'https://evil.example/',
  'http://localhost:3000/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://other/',
  'app://forewarn.evil.example/',
  'about:blank',
  '',
];

test.each(FOREIGN)('desktop: a window never navigates to %j', (url) => {
  const { refused } = guarded();
  expect(refused('will-navigate', url)).toBe(true);
  expect(refused('will-frame-navigate', url)).toBe(true);
});

test('desktop: the app’s own page may be loaded again', () => {
  expect(guarded().refused('will-navigate', 'app://forewarn/alerts/7?tab=timeline')).toBe(false);
});

test('desktop: redirects and webviews are refused even to the app itself', () => {
  const { refused } = guarded();
  expect(refused('will-redirect', 'app://forewarn/')).toBe(true);
  expect(refused('will-attach-webview', 'app://forewarn/')).toBe(true);
});

test('desktop: window.open is denied for every address', () => {
  const { open } = guarded();
  for (const url of [...FOREIGN, 'app://forewarn/']) expect(open(url)).toEqual({ action: 'deny' });
});
