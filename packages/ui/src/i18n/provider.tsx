import { DEFAULT_LOCALE, type Locale } from '@forewarn/core/kernel/locale';
import { createContext, type ReactNode, use, useMemo } from 'react';

interface Reader {
  locale: Locale;
  /** IANA name of the zone in which times are shown. */
  timeZone: string;
}

const ReaderContext = createContext<Reader>({ locale: DEFAULT_LOCALE, timeZone: 'Asia/Shanghai' });

/** Says in which language and time zone everything below is shown. */
export function I18nProvider({ locale, timeZone, children }: Reader & { children: ReactNode }) {
  const reader = useMemo(() => ({ locale, timeZone }), [locale, timeZone]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  return use(ReaderContext);
}

export function useLocale(): Locale {
  return use(ReaderContext).locale;
}
