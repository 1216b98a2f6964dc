import { type Locale, pickLocale } from '@forewarn/core/kernel/locale';
import { I18nProvider } from '@forewarn/ui/i18n';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { bridge } from './bridge.ts';

const LanguageContext = createContext<(locale: Locale) => void>(() => {});

/** For what runs outside React: requests name the language they want their errors in. */
let current: Locale = 'zh-CN';
export const currentLanguage = (): Locale => current;

export function useSetLanguage(): (locale: Locale) => void {
  return use(LanguageContext);
}

/** Language as chosen, else the system's; times in this computer's own zone. */
export function Preferences({ chosen, children }: { chosen: Locale | null; children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(chosen ?? pickLocale(navigator.languages.join(',')));
  current = locale;

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const choose = (next: Locale) => {
    setLocale(next);
    void bridge.settings.setLocale({ locale: next });
  };
  return (
    <LanguageContext value={choose}>
      <I18nProvider locale={locale} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
        {children}
      </I18nProvider>
    </LanguageContext>
  );
}
