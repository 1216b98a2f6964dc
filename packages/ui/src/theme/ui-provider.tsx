import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables, theme } from './theme.ts';

interface UiProviderProps {
  /** Where the choice of light or dark is remembered: the app's business, not this package's. */
  colorSchemeManager?: MantineColorSchemeManager;
  /** For a policy that allows `<style>` elements by nonce only. */
  styleNonce?: () => string;
  children: ReactNode;
}

/** Theme and colour scheme for a whole app; the scheme follows the system until the reader chooses. */
export function UiProvider({ colorSchemeManager, styleNonce, children }: UiProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(colorSchemeManager && { colorSchemeManager })}
      {...(styleNonce && { getStyleNonce: styleNonce })}
    >
      {children}
    </MantineProvider>
  );
}
