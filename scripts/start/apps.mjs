import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { supervise } from '../run/supervise.mjs';
import { answers, readyLine, waitFor } from '../run/wait.mjs';
import { originOf } from './environment.mjs';

const node = (name, args, rest) => ({ name, command: process.execPath, args, cwd: root, ...rest });

/** The API (and, in one build, the merchant web): ready when /readyz says that database and queue are reachable. */
export function startApi(run, { environment, log, onPid }) {
  return supervise(
    run,
    node('api', ['apps/api/src/main.ts', '--services=web'], {
      env: environment,
      log,
      tier: 0,
      graceMs: 4000,
      ready: (child) => waitFor(child, answers(`${originOf(environment.HOST, environment.PORT)}/readyz`), { log }),
    }),
    onPid,
  );
}

export function startWorker(run, { environment, log, onPid }) {
  return supervise(
    run,
    node('worker', ['apps/api/src/main.ts', '--services=worker'], {
      env: environment,
      log,
      tier: 0,
      graceMs: 4000,
      ready: (child) =>
        waitFor(child, answers(`${originOf(environment.HOST, environment.METRICS_PORT)}/readyz`), { log }),
    }),
    onPid,
  );
}

/** @returns {{ http, smtp, mail }} where the outside world of development listens */
export function startSandbox(run, { ports, publicUrl, log, onPid }) {
  return supervise(
    run,
    node('sandbox', ['apps/sandbox/src/main.ts'], {
      env: {
        SANDBOX_PORT: String(ports.sandbox),
        SANDBOX_SMTP_PORT: String(ports.smtp),
        SANDBOX_PLATFORM_URL: publicUrl,
      },
      log,
      tier: 1,
      graceMs: 1500,
      ready: (child) => waitFor(child, readyLine(child), { log }),
    }),
    onPid,
  );
}

/** The admin desktop's pages served for an ordinary browser; undefined while that app has no such server. */
export async function startDesktopRenderer(run, { port, apiUrl, log }) {
  const script = join('apps', 'admin-desktop', 'serve.mjs');
  if (!existsSync(join(root, script))) return undefined;
  return supervise(
    run,
    node('desktop', [script], {
      env: { PORT: String(port), API_URL: apiUrl },
      log,
      tier: 0,
      graceMs: 1000,
      ready: (child) => waitFor(child, readyLine(child), { log }),
    }),
  );
}
