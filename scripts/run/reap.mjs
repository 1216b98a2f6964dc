import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive, signalGroup, startTime } from './pid.mjs';

const REAPER = 'reaper';

/**
 * Starts the reaper (see reaper.mjs) and keeps a list of the children in `pidsFile`, so that even a start whose
 * reaper was killed too can be cleaned up by the next one.
 * @returns {{ env: {FOREWARN_RUN: string}, add(pid, name, {graceMs, insist}), drop(pid), removeAtEnd(path),
 *   pidsIn(path), close() }}
 */
export function startReaper(pidsFile) {
  const mark = randomUUID();
  const script = fileURLToPath(new URL('./reaper.mjs', import.meta.url));
  const { FOREWARN_RUN: _outer, ...env } = process.env;
  const reaper = spawn(process.execPath, [script, mark], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env });
  reaper.stdin.on('error', () => {}); // a killed reaper is no reason to fall over
  reaper.unref();
  const tell = (message) => reaper.stdin.write(`${JSON.stringify(message)}\n`);
  const living = new Map([[reaper.pid, { pid: reaper.pid, name: REAPER, start: startTime(reaper.pid) }]]);
  const save = () => writeFileSync(pidsFile, JSON.stringify([...living.values()]));
  save();
  tell({ remove: pidsFile });
  return {
    env: { FOREWARN_RUN: mark },
    add(pid, name, { graceMs, insist }) {
      tell({ add: pid, grace: graceMs, insist });
      living.set(pid, { pid, name, start: startTime(pid) });
      save();
    },
    drop(pid) {
      tell({ drop: pid });
      living.delete(pid);
      save();
    },
    removeAtEnd: (path) => tell({ remove: path }),
    pidsIn: (path) => tell({ pidsIn: path }),
    /** Lets the reaper do its work and waits until it is done. */
    async close() {
      reaper.ref();
      const done = new Promise((resolve) => reaper.once('exit', resolve));
      reaper.stdin.end();
      if (isAlive(living.get(reaper.pid))) await done;
    },
  };
}

/**
 * Stops what a former run left behind. Its reaper, if still at work, goes first: it also tidies files away that the
 * new run is about to write. Returns the names of what nobody else had stopped.
 */
export async function stopLeftovers(pidsFile, { patienceMs = 10_000 } = {}) {
  const known = readPids(pidsFile);
  const reaper = known.find(({ name }) => name === REAPER);
  for (let waited = 0; reaper && isAlive(reaper) && waited < patienceMs; waited += 50) await sleep(50);
  const left = known.filter(isAlive);
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
