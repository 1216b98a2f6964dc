import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDir } from '../paths.mjs';
import { isAlive, startTime } from './pid.mjs';

/** Takes the lock file for this process. Returns undefined on success, else the living holder `{ pid, start, what }`. */
export function takeLock(file, what) {
  ensureDir(dirname(file));
  const mine = JSON.stringify({ pid: process.pid, start: startTime(process.pid), what });
  // Linking a finished file is atomic: nobody ever reads a half-written lock.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      try {
        linkSync(draft, file);
        return undefined;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = lockHolder(file);
      if (holder) return holder;
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`lock ${file} changes hands too fast`);
}

/** As takeLock, but waits until a living holder is done. `onWait` is called once with the holder. */
export async function waitForLock(file, what, onWait) {
  let told = false;
  for (;;) {
    const holder = takeLock(file, what);
    if (!holder) return;
    if (!told) onWait(holder);
    told = true;
    await sleep(300);
  }
}

export function releaseLock(file) {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** The living holder of a lock, or undefined. */
export function lockHolder(file) {
  const holder = readHolder(file);
  return holder && isAlive(holder) ? holder : undefined;
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
