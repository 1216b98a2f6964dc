export { revealSensitive } from './reveal.ts';
