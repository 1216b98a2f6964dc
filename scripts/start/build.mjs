import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { runTask } from '../run/task.mjs';

const WEB_APPS = { 'merchant-web': 'src', 'admin-desktop': 'src' };

/** Builds the web apps through Turborepo, which skips what hasn't changed since the last time. */
export async function buildApps(run, log, apps = Object.keys(WEB_APPS)) {
  const present = apps.filter((app) => existsSync(join(root, 'apps', app, WEB_APPS[app])));
  if (present.length === 0) return '';
  return runTask(
    run,
    {
      name: 'build',
      command: join(root, 'node_modules', '.bin', 'turbo'),
      args: [
        'run',
        'build',
        ...present.map((app) => `--filter=@forewarn/${app}`),
        '--output-logs=errors-only',
        '--ui=stream',
        '--log-prefix=none',
      ],
      env: turboEnvironment(),
      cwd: root,
      log,
    },
    'building the web apps',
  );
}

/** Turborepo without telemetry, update notices and colours in logs. */
export const turboEnvironment = () => ({
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: '0',
  NODE_ENV: 'production',
});
