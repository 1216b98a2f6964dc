import { setTimeout as sleep } from 'node:timers/promises';
import { shown } from '../paths.mjs';
import { red, warn } from '../say.mjs';
import { startChild, tail } from './child.mjs';

/** The exit status by which a program says that its configuration is wrong: restarting it would not help. */
const CONFIGURATION_ERROR = 78;

/**
 * Starts a child and keeps it alive: whenever it ends unasked it is started again after 0.2 s, 0.4 s … 5 s (a run of
 * 10 s resets the pause). Configuration errors end the whole run instead.
 * @param run    from openRun
 * @param spec   startChild's, plus `tier` (order of stopping), `ready(child)`: resolves when it can be used, and
 *               `keep: false` to leave it down when it ends (tests that kill a service start it again themselves)
 * @param onPid  called with every new pid
 * @returns what `ready` gave for the first start
 */
export async function supervise(run, spec, onPid = () => {}) {
  let child = begin();
  const first = await spec.ready?.(child);
  if (spec.keep !== false) watch();
  return first;

  function begin() {
    const started = startChild(run, spec);
    onPid(started.pid);
    return started;
  }

  async function watch() {
    let pause = 200;
    for (;;) {
      const since = Date.now();
      const { code, signal } = await child.exited;
      if (run.stopping) return;
      if (code === CONFIGURATION_ERROR) {
        warn(`\n${red(spec.name)} refuses its configuration:\n${tail(child.output()).replace(/^/gm, '  ')}`);
        run.stop(CONFIGURATION_ERROR);
        return;
      }
      if (Date.now() - since > 10_000) pause = 200;
      const how = signal ? `killed by ${signal}` : `exit status ${code}`;
      warn(`${red(spec.name)} stopped (${how}); starting it again in ${pause / 1000} s · log: ${shown(spec.log)}`);
      await sleep(pause);
      pause = Math.min(pause * 2, 5000);
      if (run.stopping) return;
      child = begin();
      spec.ready?.(child).then(
        () => run.stopping || warn(`${spec.name} is back`),
        () => {}, // it ended again: the next turn of the loop says so
      );
    }
  }
}
