import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDir } from '../paths.mjs';

/** Moves `x.log` to `x.log.1`, `.1` to `.2`, … so that each run starts on empty logs and the last three are kept. */
export function rotateLogs(dir, keep = 3) {
  for (const name of readdirSync(ensureDir(dir)).filter((file) => file.endsWith('.log'))) {
    for (let age = keep - 1; age >= 0; age -= 1) {
      const from = join(dir, age === 0 ? name : `${name}.${age}`);
      if (existsSync(from)) renameSync(from, join(dir, `${name}.${age + 1}`));
    }
  }
}
