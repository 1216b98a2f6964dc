import { statfsSync } from 'node:fs';
import { Failure } from '../failure.mjs';

const MIB = 1024 * 1024;

/** Free space for us at the path, in MiB; 0 if the path isn't there. */
export function freeMib(path) {
  try {
    const { bavail, bsize } = statfsSync(path);
    return Math.floor((bavail * bsize) / MIB);
  } catch {
    return 0;
  }
}

/** A database that runs out of disk half way is worse than one that never started. */
export function requireFreeSpace(path, neededMib = 500) {
  const free = freeMib(path);
  if (free >= neededMib) return;
  throw new Failure(`the disk is nearly full: ${free} MB free where ${path} lives, ${neededMib} MB are needed`, {
    hint: 'Free some space and run the command again. Nothing was started.',
    exitCode: 74,
  });
}
