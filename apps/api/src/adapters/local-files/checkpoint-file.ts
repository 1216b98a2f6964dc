import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointLog } from '@forewarn/core/ports/checkpoint-log';

/** What the file is called; to be copied elsewhere or kept append-only by its owner. */
export const CHECKPOINT_FILE = 'audit-checkpoints.jsonl';

/** A file that is only ever appended to, flushed after each line; readable by its user alone. Several processes may write to it. */
export function createCheckpointFile(directory: string): CheckpointLog {
  const path = join(directory, CHECKPOINT_FILE);
  return {
    async append(line) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const file = await open(path, 'a', 0o600);
      try {
        // Begins with an end of line: one that a crash cut short can't swallow this one.
        await file.appendFile(`\n${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async lines() {
      try {
        return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    },
  };
}
