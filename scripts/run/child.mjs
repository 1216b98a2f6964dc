import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureDir } from '../paths.mjs';
import { signalGroup } from './pid.mjs';

/**
 * Starts one child in a process group of its own (Ctrl-C in the terminal must reach only us: we stop the children in
 * order), its output going straight to the log file.
 * @param reaper  from startReaper
 * @param spec    { name, command, args, env?, cwd?, log, graceMs? }
 * @returns {{ name, pid, exited: Promise<{code, signal}>, output(): string, stop(graceMs?): Promise<void>, kill() }}
 */
export function startChild(reaper, { name, command, args = [], env = {}, cwd, log, graceMs = 3000 }) {
  ensureDir(dirname(log));
  const fd = openSync(log, 'a+', 0o600);
  const from = fstatSync(fd).size;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, ...reaper.env },
    detached: true,
    stdio: ['ignore', fd, fd],
  });
  if (child.pid) reaper.add(child.pid, name, graceMs);
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
  exited.then(() => setTimeout(() => closeSync(fd), 1000).unref());
  return {
    name,
    pid: child.pid,
    exited,
    get ended() {
      return ended;
    },
    /** What this child has written so far (the last 64 KiB of it). */
    output: () => readFrom(fd, from),
    async stop(grace = graceMs) {
      if (ended) return;
      signalGroup(child.pid, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace);
      await exited;
      clearTimeout(timer);
    },
    kill: () => !ended && signalGroup(child.pid, 'SIGKILL'),
  };
}

/** The last lines that matter of an output, for showing in the terminal. */
export const tail = (text, lines = 12) => text.trimEnd().split('\n').slice(-lines).join('\n');

function readFrom(fd, from) {
  const { size } = fstatSync(fd);
  const start = Math.max(from, size - 65_536);
  const buffer = Buffer.alloc(Math.max(0, size - start));
  return buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, start)).toString('utf8');
}
