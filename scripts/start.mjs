/**
 * npm start: the whole product on this machine, in the foreground, until Ctrl-C.
 *   --verbose   a timing line per step
 * With NODE_ENV=production: only the API and the worker, on the servers that the environment names.
 */
import { local, logDir, root, runFile as runFilePath } from './paths.mjs';
import { rotateLogs } from './run/logs.mjs';
import { endBadly, openRun } from './run/open-run.mjs';
import { createTimings } from './run/timings.mjs';
import { say } from './say.mjs';
import { requireFreeSpace } from './services/disk.mjs';
import { startDevelopment } from './start/development.mjs';
import { startProduction } from './start/production.mjs';
import { createRunFile, readRunFile } from './start/run-file.mjs';

const verbose = process.argv.includes('--verbose');
const timings = createTimings();
const production = process.env.NODE_ENV === 'production';
let run;
try {
  requireFreeSpace(root);
  const running = readRunFile();
  const runFile = createRunFile();
  run = await openRun(local, 'npm start', {
    onStop: () => runFile.remove(),
    busyHint: running?.web
      ? `It answers at ${running.web}. Stop it with Ctrl-C in its terminal first.`
      : 'It is still starting.',
  });
  run.reaper.removeAtEnd(runFilePath);
  run.exitOnSignal = 0; // Ctrl-C is how this is meant to end
  rotateLogs(logDir(local));
  await (production ? startProduction(run, timings) : startDevelopment(run, timings, runFile));
  if (verbose) for (const line of timings.lines()) say(`  ${line}`);
} catch (error) {
  await endBadly(run, error);
}
