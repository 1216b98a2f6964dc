import { type Locale, pickLocale } from '@forewarn/core/kernel/locale';
import { recall, remember } from '@forewarn/ui/memory';
import { useSyncExternalStore } from 'react';

const KEY = 'forewarn.locale';
const listeners = new Set<() => void>();
let locale = initialLocale();

function initialLocale(): Locale {
  const chosen = recall(KEY);
  const found = chosen === 'en' || chosen === 'zh-CN' ? chosen : pickLocale(navigator.languages.join(','));
  document.documentElement.lang = found;
  return found;
}

/** The reader's choice, else the browser's, else Chinese. */
export function currentLocale(): Locale {
  return locale;
}

export function chooseLocale(next: Locale): void {
  locale = next;
  remember(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useCurrentLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale);
}
