export { theme } from './theme.ts';
export { TONES, type Tone } from './tones.ts';
export { UiProvider } from './ui-provider.tsx';
