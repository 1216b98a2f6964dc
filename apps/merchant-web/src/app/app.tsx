import { I18nProvider } from '@forewarn/ui/i18n';
import { UiProvider } from '@forewarn/ui/theme';
import { localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../api.ts';
import { styleNonce } from './nonce.ts';
import { useCurrentLocale } from './preferences/locale.ts';
import { router } from './router.tsx';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'forewarn.colour-scheme' });
/** The device's zone: a deadline must agree with the clock in the reader's hand; the page names the zone. */
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function App() {
  return (
    <UiProvider colorSchemeManager={colorSchemeManager} styleNonce={styleNonce}>
      <I18nProvider locale={useCurrentLocale()} timeZone={timeZone}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </UiProvider>
  );
}
