/**
 * npm test: everything that can be checked on one machine, against services of its own.
 *   npm test -- alerts               only files whose path contains "alerts"
 *   npm test -- --project unit       one kind: unit, db, e2e or crash (unit and db need no browser and no build)
 *   npm run test:mysql               the db tests against Oracle's MySQL
 * Its last line is the count alone: "N passed, N failed, N skipped".
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { local, logDir, root } from './paths.mjs';
import { startChild } from './run/child.mjs';
import { rotateLogs } from './run/logs.mjs';
import { endBadly, openRun } from './run/open-run.mjs';
import { say } from './say.mjs';
import { requireFreeSpace } from './services/disk.mjs';
import { buildApps } from './start/build.mjs';
import { countResults } from './test/report.mjs';
import { startTestServices } from './test/services.mjs';

const home = join(local, 'test');
const reportFile = join(home, 'report.json');
const { mysql, args, projects } = readArguments(process.argv.slice(2));
const needsServices = projects.length === 0 || projects.some((name) => name !== 'unit');
const needsBrowser = projects.length === 0 || projects.includes('e2e');
let run;
try {
  requireFreeSpace(root);
  run = await openRun(home, 'npm test', { busyHint: 'Wait until it is done, or stop it first.' });
  rotateLogs(logDir(home));
  rmSync(reportFile, { force: true });
  const needsPages = projects.length === 0 || projects.some((name) => name === 'e2e' || name === 'crash');
  const [services] = await Promise.all([
    needsServices ? startTestServices(run, { home, browser: needsBrowser, mysql }) : { env: {} },
    needsPages ? buildApps(run, join(logDir(home), 'build.log')) : '',
  ]);
  if (services.title) say(`Database: ${services.title}`);
  const vitest = startChild(run, {
    name: 'vitest',
    command: process.execPath,
    args: [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...args,
    ],
    env: { ...services.env, NODE_ENV: 'test' },
    cwd: root,
  });
  const { code, signal } = await vitest.exited;
  if (!run.interrupted) {
    await run.close();
    const { passed, failed, skipped } = countResults(reportFile);
    say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exit(signal || failed > 0 ? code || 1 : code);
  }
} catch (error) {
  await endBadly(run, error);
}

function readArguments(given) {
  const wantsMysql = given.includes('--mysql');
  const rest = given.filter((arg) => arg !== '--mysql');
  const named = rest.flatMap((arg, index) =>
    arg.startsWith('--project=') ? [arg.slice(10)] : arg === '--project' ? [rest[index + 1]] : [],
  );
  if (wantsMysql && named.length === 0) return { mysql: true, args: [...rest, '--project', 'db'], projects: ['db'] };
  return { mysql: wantsMysql, args: rest, projects: named };
}
