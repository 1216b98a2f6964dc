import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.mjs';
import { ensureDir } from '../paths.mjs';
import { signalGroup } from './pid.mjs';

/**
 * Starts one child in a process group of its own (Ctrl-C in the terminal must reach only us: we stop the children in
 * order), its output going straight to the log file. Without a log it is part of our terminal session instead.
 * @param run   from openRun
 * @param spec  { name, command, args, env?, cwd?, log?, graceMs?, tier? (order of stopping),
 *              insist? (repeat SIGTERM: a MariaDB that is still starting overhears it) }
 * @returns {{ name, pid, exited: Promise<{code, signal}>, output(): string, stop(graceMs?): Promise<void>, kill() }}
 */
export function startChild(run, spec) {
  const { name, command, args = [], env = {}, cwd, log, graceMs = 3000, tier = 0, insist = false } = spec;
  if (run.stopping) throw new Failure(`${name} is not started: the run is being stopped`, { exitCode: 130 });
  const { reaper } = run;
  const fd = log ? openLog(log) : 'inherit';
  const from = log ? fstatSync(fd).size : 0;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, ...reaper.env },
    detached: Boolean(log),
    stdio: ['ignore', fd, fd],
  });
  if (log) closeSync(fd);
  if (child.pid) reaper.add(child.pid, name, { graceMs, insist });
  let ended = false;
  const exited = new Promise((resolve) => {
    const finish = (result) => {
      if (ended) return;
      ended = true;
      if (child.pid) reaper.drop(child.pid);
      resolve(result);
    };
    child.once('error', (error) => finish({ code: 127, signal: null, error }));
    child.once('exit', (code, signal) => finish({ code, signal }));
  });
  const handle = {
    name,
    pid: child.pid,
    exited,
    get ended() {
      return ended;
    },
    /** What this child has written so far (the last 64 KiB of it). */
    output: () => (log ? readFrom(log, from) : ''),
    async stop(grace = graceMs) {
      if (ended) return;
      const terminate = () => signalGroup(child.pid, 'SIGTERM');
      terminate();
      const again = insist && setInterval(terminate, 300);
      const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace);
      await exited;
      clearTimeout(timer);
      clearInterval(again);
    },
    kill: () => !ended && signalGroup(child.pid, 'SIGKILL'),
  };
  run.track(handle, tier);
  return handle;
}

/** What npm, Turborepo and stack traces add to an output that fails: it says nothing about why. */
const NOISE = [
  /\bnpm (error|warn)\b/,
  /^\s*(Tasks|Cached|Time|Failed):/,
  /#\S+: +(ERROR|WARNING) +command|ERROR +run failed|: cache miss, executing|^• turbo|^ *• (Packages|Running|Remote)/,
  /^\s*at .+(:\d+\)?|\{)$/,
  /^Node\.js v[\d.]+$/,
  /^\s*$/,
];

/** The last lines that matter of an output, for showing in the terminal. */
export const tail = (text, lines = 12) =>
  text
    .split('\n')
    .filter((line) => !NOISE.some((noise) => noise.test(line)))
    .slice(-lines)
    .join('\n');

function openLog(log) {
  ensureDir(dirname(log));
  return openSync(log, 'a+', 0o600);
}

function readFrom(log, from) {
  const fd = openSync(log, 'r');
  try {
    const { size } = fstatSync(fd);
    const start = Math.max(from, size - 65_536);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, start)).toString('utf8');
  } finally {
    closeSync(fd);
  }
}
