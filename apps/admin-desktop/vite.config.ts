import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

/** The renderer alone; main and preload are built by `build.mjs`. */
export default defineConfig({
  root: 'src/renderer',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: { outDir: '../../dist/renderer', emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
});
