import { asLocale } from '@forewarn/core/kernel/locale';
import type { Bridge } from '../../bridge/contract.ts';
import type { ServerCheck, Settings } from '../../bridge/payloads.ts';

const LOCALE_KEY = 'forewarn.locale';

/**
 * Stands in for the desktop in an ordinary browser (development, tests): the server is the page's own origin, and the session lives in
 * memory alone, so that it ends with the page. The sign-in page says so.
 */
export function createBrowserBridge(): Bridge {
  let refreshToken: string | null = null;
  const origin = window.location.origin;
  const settings = (): Settings => {
    const locale = window.localStorage.getItem(LOCALE_KEY);
    return { serverAddress: origin, serverAddressFixed: true, locale: locale === null ? null : asLocale(locale) };
  };
  const unsupported = () => () => {};
  return {
    settings: {
      get: async () => settings(),
      checkServer: async () => checkOwnServer(origin),
      setServer: async () => settings(),
      setLocale: async ({ locale }) => {
        window.localStorage.setItem(LOCALE_KEY, locale);
        return settings();
      },
    },
    session: {
      keychain: async () => ({ state: 'browser' }),
      load: async () => ({ refreshToken }),
      store: async (session) => {
        refreshToken = session.refreshToken;
        return { persisted: false };
      },
      clear: async () => {
        refreshToken = null;
        return { done: true };
      },
    },
    shell: {
      info: async () => ({ version: 'preview', platform: navigator.platform, shell: 'browser', electron: null }),
      openExternal: async ({ url }) => ({ opened: window.open(url, '_blank', 'noopener') !== null }),
      notify: async () => ({ shown: false }),
      saveFile: async ({ suggestedName, content, encoding }) => {
        const blob =
          encoding === 'base64'
            ? new Blob([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))])
            : new Blob([content], { type: 'text/plain;charset=utf-8' });
        offer(blob, suggestedName);
        return { saved: true, fileName: suggestedName };
      },
      saveDownload: async ({ path, suggestedName, token, locale }) => {
        const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': locale };
        const answer = await fetch(path, { headers, credentials: 'omit', cache: 'no-store' }).catch(() => undefined);
        if (!answer?.ok) {
          const failure = { status: answer?.status ?? 0, body: (await answer?.text()) ?? '' };
          return { saved: false, fileName: null, failure };
        }
        offer(await answer.blob(), suggestedName);
        return { saved: true, fileName: suggestedName, failure: null };
      },
      setBadge: async () => ({ done: false }),
    },
    on: { navigate: unsupported, command: unsupported },
  };
}

function offer(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function checkOwnServer(address: string): Promise<ServerCheck> {
  const started = performance.now();
  const result = (state: ServerCheck['state']) => ({
    address,
    state,
    milliseconds: Math.round(performance.now() - started),
  });
  try {
    const answer = await fetch('/readyz', { cache: 'no-store' });
    if (answer.headers.has('x-forewarn-desktop')) return result('unreachable');
    if (answer.status === 503) return result('starting');
    return result(answer.ok ? 'ready' : 'not_forewarn');
  } catch {
    return result('unreachable');
  }
}
