import { isAppUrl } from './origin.ts';

interface Preventable {
  preventDefault(): void;
}
interface Navigating extends Preventable {
  url: string;
}

/** What of Electron's `WebContents` is guarded; small, so that tests can stand in for it. */
export interface GuardedContents {
  on(event: 'will-navigate', listener: (event: Navigating) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Navigating) => void): unknown;
  on(event: 'will-redirect', listener: (event: Navigating) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void;
}

/**
 * A window shows the app and nothing else: it moves by its own router, so that any navigation, redirect, new window, frame or
 * `<webview>` that a page asks for is refused. Reloading the app's own page is the one exception.
 */
export function guardNavigation(contents: GuardedContents): void {
  const refuseForeign = (event: Navigating) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', refuseForeign);
  contents.on('will-frame-navigate', refuseForeign);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
