import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.mjs';
import { root } from '../paths.mjs';
import { tail } from '../run/child.mjs';
import { say } from '../say.mjs';
import { turboEnvironment } from '../start/build.mjs';

const appDir = join(root, 'apps', 'admin-desktop');

/**
 * The Electron program. Its package brings it by an install script, which our .npmrc doesn't let run; so it is fetched
 * here, by the package's own script, when first needed.
 */
export function electronBinary() {
  const home = packageDir('electron');
  if (!binaryIn(home)) {
    say('Fetching Electron (once), about 100 MB …');
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'install.js')], {
      encoding: 'utf8',
      timeout: 600_000,
    });
    if (status !== 0 || !binaryIn(home)) throw notFetched(`${stdout ?? ''}${stderr ?? ''}`);
  }
  return binaryIn(home);
}

/** Builds main, preload and renderer. */
export function buildDesktop() {
  say('Building the desktop app …');
  const args = [
    'run',
    'build',
    '--filter=@forewarn/admin-desktop',
    '--output-logs=errors-only',
    '--ui=stream',
    '--log-prefix=none',
  ];
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'turbo'), args, {
    cwd: root,
    env: { ...process.env, ...turboEnvironment() },
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Failure('the desktop app does not build', { hint: tail(`${stdout ?? ''}${stderr ?? ''}`, 30) });
  return appDir;
}

function packageDir(name) {
  try {
    return dirname(createRequire(join(appDir, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    throw new Failure(`the package ${name} is not installed`, { hint: 'Run `npm ci` and try again.', exitCode: 69 });
  }
}

function binaryIn(home) {
  const pathFile = join(home, 'path.txt');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = join(
    override ?? join(home, 'dist'),
    existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron',
  );
  return existsSync(binary) ? binary : undefined;
}

const notFetched = (output) =>
  new Failure('the Electron program is missing and could not be fetched from github.com', {
    hint: [
      tail(output, 3),
      'With no way to GitHub, name a mirror: ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/ npm run desktop',
      'or a copy that is already unpacked: ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron/dist npm run desktop',
      'The same pages without Electron: npm start, then the admin address it prints, in any browser.',
    ].join('\n'),
    exitCode: 69,
  });
