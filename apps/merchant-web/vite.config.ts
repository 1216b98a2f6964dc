import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: ['es2022', 'chrome107', 'safari16', 'firefox115'],
    /* No inlined assets: the content policy then needs no `data:` for scripts and fonts. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  /* For `npm run dev` beside a running API. */
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
});
