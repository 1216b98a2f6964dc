// Builds the desktop app: main (ESM), preload (one CommonJS file, as a sandboxed preload must be) and renderer.
// node build.mjs [--only=main,preload,renderer] [--out=dist]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { channelTable } from './src/bridge/channels.ts';

const here = import.meta.dirname;
const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string' } } });
const wanted = values.only?.split(',') ?? ['main', 'preload', 'renderer'];
const out = path.resolve(here, values.out ?? 'dist');

/** Everything is bundled but Electron and Node's own modules, so that the package needs no node_modules. */
const nodeBuild = (entry, folder, output, define = {}) =>
  build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    define,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(here, entry),
      outDir: path.join(out, folder),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { external: ['electron'], output },
    },
  });

if (wanted.includes('main')) {
  await nodeBuild('src/main/main.ts', 'main', { format: 'es', entryFileNames: 'main.js' });
}
if (wanted.includes('preload')) {
  await nodeBuild(
    'src/preload/preload.ts',
    'preload',
    { format: 'cjs', entryFileNames: 'preload.cjs' },
    { __CHANNELS__: JSON.stringify(channelTable()) },
  );
}
if (wanted.includes('renderer')) {
  process.chdir(here);
  await build({
    configFile: path.join(here, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: path.join(out, 'renderer') },
  });
}
console.log(`built ${wanted.join(', ')} into ${path.relative(process.cwd(), out) || '.'}`);
