import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  it('gives back what was put, from another process as well, until it is removed', async () => {
    const { directory, files } = fresh();
    const bytes = Buffer.from([0, 1, 2, 255]);
    await files.put('evidence/ab/one', bytes);
    expect(await createLocalFiles(directory).get('evidence/ab/one')).toEqual(bytes);
    await files.remove('evidence/ab/one');
    await files.remove('evidence/ab/one');
    expect(await files.get('evidence/ab/one')).toBeUndefined();
  });

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

  it.each(['../x', '/etc/passwd', 'a/../b', '', 'A', 'a//b', 'a.pdf', 'a\0b'])('takes no key %j', async (key) => {
    const { files } = fresh();
    await expect(files.put(key, Buffer.from('x'))).rejects.toThrow('Not a key');
    await expect(files.get(key)).rejects.toThrow('Not a key');
    await expect(files.remove(key)).rejects.toThrow('Not a key');
  });
});
