/** npm run desktop: builds and opens the admin desktop app, or says plainly what is missing. */
import { spawn } from 'node:child_process';
import { buildDesktop, electronBinary } from './desktop/electron.mjs';
import { Failure, report } from './failure.mjs';
import { say } from './say.mjs';
import { readRunFile } from './start/run-file.mjs';

try {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Failure('there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)', {
      hint: 'Run it in a desktop session, or under `xvfb-run -a npm run desktop`.\nThe same pages without Electron: npm start, then the admin address it prints, in any browser.',
      exitCode: 69,
    });
  }
  const electron = electronBinary();
  const app = buildDesktop();
  const server = readRunFile()?.api;
  say(
    server
      ? `The server of this clone is ${server}: give the app this address when it asks.`
      : 'No server runs here (npm start); the app asks for an address.',
  );
  // Chromium's own sandbox refuses to run as root; the app's renderer sandboxing stays as it is elsewhere.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...asRoot, app, ...process.argv.slice(2)], { stdio: 'inherit' });
  child.once('error', (error) => process.exit(report(new Failure(`Electron could not be started: ${error.message}`))));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
} catch (error) {
  process.exit(report(error));
}
