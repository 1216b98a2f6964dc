import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { accent, dark, gray, red } from './colors.ts';
import { DARK_TONES, LIGHT_TONES, toneVariables } from './tones.ts';

/** The system's own faces first; Chinese falls to the platform's best sans, never to a serif. */
const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

export const theme = createTheme({
  colors: { accent, gray, dark, red },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  headings: { fontFamily: SANS, fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { fw: 550 } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
    Modal: { defaultProps: { centered: true, radius: 'lg' } },
    /* The placeholder is a child that no menu may have. */
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--fw-canvas': '#f6f7f9',
    '--fw-border': '#e2e5eb',
    '--fw-hover': '#f3f5fb',
    '--mantine-color-text': '#1d2129',
    '--mantine-color-dimmed': '#5d6573',
    '--mantine-color-placeholder': '#68707f',
    '--mantine-color-error': '#b3211a',
    '--mantine-color-default-border': '#cfd4dc',
    ...toneVariables(LIGHT_TONES),
  },
  dark: {
    '--fw-canvas': '#121419',
    '--fw-border': '#2c313b',
    '--fw-hover': '#20242c',
    '--mantine-color-text': '#dadee6',
    '--mantine-color-dimmed': '#9aa2b1',
    '--mantine-color-placeholder': '#8d95a4',
    '--mantine-color-error': '#ff9f95',
    '--mantine-color-default-border': '#3d434f',
    ...toneVariables(DARK_TONES),
  },
});
