/** npm run reset: empties the local data (database, queue, keys, logs). The fetched Node.js stays. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, report } from './failure.mjs';
import { local } from './paths.mjs';
import { lockHolder } from './run/lock.mjs';
import { startTime } from './run/pid.mjs';
import { stopLeftovers } from './run/reap.mjs';
import { say } from './say.mjs';
import { readRunFile } from './start/run-file.mjs';

const KEPT = new Set(['node', 'install.lock', 'mysql97']);

try {
  refuseWhileRunning();
  for (const home of [local, join(local, 'test')]) await stopLeftovers(join(home, 'pids.json'));
  const removed = entries().filter((name) => !KEPT.has(name));
  for (const name of removed) rmSync(join(local, name), { recursive: true, force: true });
  say(
    removed.length > 0
      ? `Emptied .local (${removed.join(', ')}). The next npm start begins afresh.`
      : 'Nothing to empty: .local has no data.',
  );
} catch (error) {
  process.exit(report(error));
}

function refuseWhileRunning() {
  for (const home of [local, join(local, 'test'), join(local, 'gen')]) {
    const holder = lockHolder(join(home, 'run.lock'));
    if (!holder) continue;
    const pids = Object.entries(readRunFile()?.pids ?? {}).filter(([, pid]) => startTime(pid));
    const which =
      home === local && pids.length > 0
        ? `\nIts processes: ${pids.map(([name, pid]) => `${name} ${pid}`).join(', ')}`
        : '';
    throw new Failure(`${holder.what} is running on these data (process ${holder.pid})`, {
      hint: `Stop it first: Ctrl-C in its terminal, or kill ${holder.pid}.${which}`,
      exitCode: 75,
    });
  }
}

function entries() {
  try {
    return readdirSync(local);
  } catch {
    return [];
  }
}
