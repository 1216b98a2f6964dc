import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStoreContract } from '../../testing/file-store-contract.ts';
import { createLocalFiles } from './file-store.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'forewarn-files-'));
});
afterAll(() => rm(root, { recursive: true }));

const fresh = () => {
  const directory = join(root, crypto.randomUUID(), 'deep');
  return { directory, files: createLocalFiles(directory) };
};

describe('A-368 files on this machine', () => {
  fileStoreContract(() => createLocalFiles(join(root, 'shared')));

  it('replaces a file whole and leaves nothing half written beside it', async () => {
    const { directory, files } = fresh();
    await files.put('evidence/x', Buffer.from('a long first version'));
    await files.put('evidence/x', Buffer.from('second'));
    expect((await files.get('evidence/x'))?.toString()).toBe('second');
    expect(await readdir(join(directory, 'evidence'))).toEqual(['x']);
  });

  it('is readable by its user alone', async () => {
    const { directory, files } = fresh();
    await files.put('evidence/x', Buffer.from('x'));
    expect((await stat(join(directory, 'evidence/x'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(directory, 'evidence'))).mode & 0o777).toBe(0o700);
  });

  it('says that it could not store, and leaves nothing behind', async () => {
    const { directory, files } = fresh();
    await files.put('evidence/x', Buffer.from('x'));
    await expect(files.put('evidence/x/below', Buffer.from('y'))).rejects.toThrow();
    await writeFile(join(directory, 'blocked'), '');
    await expect(files.put('blocked/x', Buffer.from('y'))).rejects.toThrow();
    expect((await readdir(directory)).sort()).toEqual(['blocked', 'evidence']);
  });
});
