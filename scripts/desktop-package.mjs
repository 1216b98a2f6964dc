/**
 * npm run desktop:package: installers of the admin desktop app in apps/admin-desktop/release, for this system or for
 * those named: npm run desktop:package -- --win --mac --linux
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildDesktop } from './desktop/electron.mjs';
import { Failure, report } from './failure.mjs';
import { root } from './paths.mjs';

try {
  const args = process.argv.slice(2);
  if (args.some((arg) => /^--mac/.test(arg)) && process.platform !== 'darwin') {
    throw new Failure('the macOS app can only be packaged on macOS', {
      hint: 'Leave --mac out here, or run this on a Mac.',
      exitCode: 69,
    });
  }
  const cwd = buildDesktop();
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const { status, error } = spawnSync(process.execPath, [builder, '--publish', 'never', ...args], {
    cwd,
    stdio: 'inherit',
  });
  if (error || status !== 0) {
    throw new Failure(`electron-builder failed (${error?.message ?? `exit status ${status}`})`, {
      hint: [
        'It fetches Electron and its own tools from github.com. With no way there, name mirrors:',
        'ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/',
        'ELECTRON_BUILDER_BINARIES_MIRROR=https://npmmirror.com/mirrors/electron-builder-binaries/',
        'Windows installers on Linux also need wine.',
      ].join('\n'),
      exitCode: 69,
    });
  }
} catch (error) {
  process.exit(report(error));
}
