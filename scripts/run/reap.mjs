import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive, signalGroup, startTime } from './pid.mjs';

/**
 * Starts the reaper (see reaper.mjs) and keeps a list of the children in `pidsFile`, so that even a start whose
 * reaper was killed too can be cleaned up by the next one.
 * @returns {{ env: {FOREWARN_RUN: string}, add(pid, name, graceMs), drop(pid), removeAtEnd(path), keep(path), close() }}
 */
export function startReaper(pidsFile) {
  const mark = randomUUID();
  const script = fileURLToPath(new URL('./reaper.mjs', import.meta.url));
  const { FOREWARN_RUN: _outer, ...env } = process.env;
  const reaper = spawn(process.execPath, [script, mark], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env });
  reaper.stdin.on('error', () => {}); // a killed reaper is no reason to fall over
  reaper.unref();
  const tell = (message) => reaper.stdin.write(`${JSON.stringify(message)}\n`);
  const living = new Map();
  const save = () => {
    if (living.size === 0) rmSync(pidsFile, { force: true });
    else writeFileSync(pidsFile, JSON.stringify([...living.values()]));
  };
  return {
    env: { FOREWARN_RUN: mark },
    add(pid, name, grace = 3000) {
      tell({ add: pid, grace });
      living.set(pid, { pid, name, start: startTime(pid) });
      save();
    },
    drop(pid) {
      tell({ drop: pid });
      living.delete(pid);
      save();
    },
    removeAtEnd: (path) => tell({ remove: path }),
    keep: (path) => tell({ keep: path }),
    close: () => reaper.stdin.end(),
  };
}

/** Stops what a former run left behind (its reaper may still be at it). Returns the names of what was found. */
export async function stopLeftovers(pidsFile, { patienceMs = 10_000 } = {}) {
  const left = readPids(pidsFile).filter(isAlive);
  for (const { pid } of left) signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < patienceMs && left.some(isAlive); waited += 100) await sleep(100);
  for (const child of left.filter(isAlive)) signalGroup(child.pid, 'SIGKILL');
  while (left.some(isAlive)) await sleep(50);
  rmSync(pidsFile, { force: true });
  return left.map(({ name }) => name);
}

function readPids(pidsFile) {
  try {
    return JSON.parse(readFileSync(pidsFile, 'utf8'));
  } catch {
    return [];
  }
}
