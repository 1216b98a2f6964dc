import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { local, root } from './paths.mjs';
import { tail } from './run/child.mjs';
import { releaseLock, waitForLock } from './run/lock.mjs';
import { say } from './say.mjs';
import { requireFreeSpace } from './services/disk.mjs';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.forewarn-installed');
const mutex = join(local, 'install.lock');

/** Runs `npm ci` if node_modules is missing or not what package-lock.json says. */
export async function installDependencies() {
  if (isCurrent()) return;
  requireFreeSpace(root, 1500);
  await waitForLock(mutex, 'npm ci', () => say('Another command is installing the packages; waiting for it …'));
  try {
    if (isCurrent()) return;
    say('Installing the packages (npm ci), about half a minute …');
    await npmCi();
    writeFileSync(stamp, wanted());
  } finally {
    releaseLock(mutex);
  }
}

const wanted = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

function isCurrent() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted();
  // Installed by hand: npm's own record of what it installed is as good as our stamp while it is the newer one.
  const record = join(modules, '.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** npm under this very Node: the one that runs us is first on the PATH (run.sh), or npm tells where it lives. */
function npmCi() {
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefix',
    root,
  ];
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // npm hands its own settings down as variables; those of `npm start` (prefix, workspace …) aren't meant for this.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(local_)?prefix|config_workspace|lifecycle|package)/.test(name),
    ),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(npm[0], [...npm.slice(1), ...args], {
      cwd: root,
      env: { ...env, NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output = (output + chunk).slice(-8192)));
    const fail = (why, hint) => reject(new Failure(`npm ci failed (${why})`, { hint, exitCode: 69 }));
    child.once('error', (error) =>
      fail(error.message, 'npm is missing from the PATH: install Node.js together with npm.'),
    );
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : fail(
            signal ?? `exit status ${code}`,
            `${tail(output, 15)}\nIs the npm registry reachable? \`npm ping\` tells.`,
          ),
    );
  });
}
