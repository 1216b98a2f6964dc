import '@forewarn/ui/styles.css';
import { UiProvider } from '@forewarn/ui/theme';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { bridge } from './app/bridge.ts';
import { ClosableNotifications } from './app/closable-notifications.tsx';
import { shareStyleNonce, styleNonce } from './app/nonce.ts';
import { currentLanguage, Preferences } from './app/preferences.tsx';
import { createSession } from './app/session.ts';

shareStyleNonce();
const settings = await bridge.settings.get();
const session = createSession(bridge, currentLanguage);
const place = document.getElementById('root');
if (!place) throw new Error('no #root in the page');

createRoot(place).render(
  <StrictMode>
    <UiProvider styleNonce={styleNonce}>
      <Preferences chosen={settings.locale}>
        <ClosableNotifications />
        <App session={session} />
      </Preferences>
    </UiProvider>
  </StrictMode>,
);
