import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, report } from '../failure.mjs';
import { ensureDir } from '../paths.mjs';
import { say } from '../say.mjs';
import { releaseLock, takeLock } from './lock.mjs';
import { watchNpm } from './parent.mjs';
import { startReaper, stopLeftovers } from './reap.mjs';

/**
 * A run owns children. Opening one takes the lock of its `home` directory, stops what a crashed run left there, and
 * starts the reaper; ending it, by whatever signal, stops the children tier by tier (0 first).
 * @param home  directory for the lock and the list of children
 * @param what  for the message when another run holds the lock
 */
export async function openRun(home, what, { onStop = () => {}, busyHint = '' } = {}) {
  const lock = join(ensureDir(home), 'run.lock');
  const holder = takeLock(lock, what);
  if (holder) {
    throw new Failure(`${holder.what} is already running here (process ${holder.pid})`, {
      hint: busyHint,
      exitCode: 75,
    });
  }
  const pidsFile = join(home, 'pids.json');
  const left = await stopLeftovers(pidsFile);
  if (left.length > 0) say(`Stopped what a former run had left behind: ${left.join(', ')}`);

  const reaper = startReaper(pidsFile);
  const children = [];
  let stopped;
  let firstSignal = 0;
  const run = {
    reaper,
    stopping: false,
    /** Has the user (or a supervisor) asked us to end? Then failures are its consequence and not worth a word. */
    interrupted: false,
    track(child, tier = 0) {
      children.push({ child, tier });
      child.exited.then(() =>
        children.splice(
          children.findIndex((entry) => entry.child === child),
          1,
        ),
      );
    },
    /** Stops everything in order; resolves when nothing is left. Safe to call again. */
    close() {
      run.stopping = true;
      stopped ??= (async () => {
        unwatch();
        await onStop();
        while (children.length > 0) {
          const tier = Math.min(...children.map((entry) => entry.tier));
          await Promise.all(children.filter((entry) => entry.tier === tier).map((entry) => entry.child.stop()));
        }
        await reaper.close();
        releaseLock(lock);
      })();
      return stopped;
    },
    /** As close, then ends this process. */
    async stop(exitCode) {
      await run.close();
      process.exit(exitCode);
    },
  };
  const onSignal = (exitCode) => () => {
    // npm passes on the Ctrl-C that the terminal has sent us as well: only a later one is a second one.
    if (run.stopping && Date.now() - firstSignal < 700) return;
    if (run.stopping) {
      for (const { child } of children) child.kill();
      releaseLock(lock);
      process.exit(exitCode);
    }
    firstSignal = Date.now();
    run.interrupted = true;
    if (process.stdout.isTTY) say('\nStopping … (Ctrl-C again: at once)');
    run.stop(run.exitOnSignal ?? exitCode);
  };
  process.on('SIGINT', onSignal(130));
  process.on('SIGTERM', onSignal(143));
  process.on('SIGHUP', onSignal(129));
  const unwatch = watchNpm(() => {
    run.interrupted = true;
    run.stop(137);
  });
  return run;
}

/**
 * What to do with an error that ends a run (undefined: it never opened): tell it, stop everything, exit. While the run
 * is being stopped anyway, errors are but a consequence, so nothing is said and the stop takes its course.
 */
export async function endBadly(run, error) {
  await sleep(20); // a Ctrl-C that has killed a program under us may not have reached us yet
  if (run?.stopping) return;
  const exitCode = report(error);
  await run?.close();
  process.exit(exitCode);
}
