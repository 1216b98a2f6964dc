import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKPOINT_FILE, createCheckpointFile } from './checkpoint-file.ts';

it('keeps lines in order, privately, and one cut short by a crash harms no other', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'forewarn-checkpoints-'));
  try {
    const log = createCheckpointFile(join(directory, 'deep', 'audit'));
    expect(await log.lines()).toEqual([]);
    await log.append('{"seq":1}');
    const path = join(directory, 'deep', 'audit', CHECKPOINT_FILE);
    await appendFile(path, '{"seq":2,"ha');
    await log.append('{"seq":3}');
    expect(await createCheckpointFile(join(directory, 'deep', 'audit')).lines()).toEqual([
      '{"seq":1}',
      '{"seq":2,"ha',
      '{"seq":3}',
    ]);
    expect((await stat(path)).mode & 0o077).toBe(0);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
