/**
 * npm run gen: everything that is generated from the code and the migrations (database schema, OpenAPI, error
 * documents), by apps/api/src/gen.ts on a freshly migrated database of its own.
 *   --check   fails if that changes a file, and shows which
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { local, logDir, root } from './paths.mjs';
import { endBadly, openRun } from './run/open-run.mjs';
import { runTask } from './run/task.mjs';
import { say } from './say.mjs';
import { requireFreeSpace } from './services/disk.mjs';
import { startTestServices } from './test/services.mjs';

const home = join(local, 'gen');
const generator = 'apps/api/src/gen.ts';
let run;
try {
  if (existsSync(join(root, generator))) {
    requireFreeSpace(root);
    run = await openRun(home, 'npm run gen', { busyHint: 'Wait until it is done.' });
    const before = changes();
    say((await generate()).trim());
    if (process.argv.includes('--check')) compare(before, changes());
    await run.stop(0);
  }
  say(`Nothing to generate: there is no ${generator}.`);
} catch (error) {
  await endBadly(run, error);
}

async function generate() {
  const { env } = await startTestServices(run, { home, browser: false, mysql: false });
  const database = new URL(env.TEST_DATABASE_URL);
  database.pathname = '/forewarn';
  const node = (args, name) =>
    runTask(
      run,
      {
        name,
        command: process.execPath,
        args,
        env: { DATABASE_URL: database.href, REDIS_URL: env.TEST_REDIS_URL },
        cwd: root,
        log: join(logDir(home), `${name}.log`),
      },
      name,
    );
  await node(['apps/api/src/migrate.ts', 'up'], 'migrate');
  return node([generator], 'gen');
}

/** What differs from the last commit, by content: `git status` with the changed files' hashes. */
function changes() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const files = git('status', '--porcelain', '-z', '--no-renames', '--untracked-files=all')
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3));
  const present = files.filter((file) => existsSync(join(root, file)));
  const hashes =
    present.length > 0
      ? git('hash-object', '--', ...present)
          .trim()
          .split('\n')
      : [];
  return new Map(files.map((file) => [file, hashes[present.indexOf(file)] ?? 'gone']));
}

function compare(before, after) {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (changed.length === 0) return say('Generated files are up to date.');
  throw new Failure(`generated files are out of date: ${changed.join(', ')}`, {
    hint: 'Run `npm run gen` and commit the result.',
  });
}
