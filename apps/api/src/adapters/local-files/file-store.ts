import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FILE_KEY, type FileStore } from '@forewarn/core/ports/file-store';

/**
 * Files below one directory of this machine, readable by its user alone. A file appears whole or not at all: written beside its
 * place, flushed, renamed, and the rename flushed too. Several processes may share the directory.
 */
export function createLocalFiles(directory: string): FileStore {
  const pathOf = (key: string) => {
    if (!FILE_KEY.test(key)) throw new Error(`Not a key of a stored file: ${key}`);
    return join(directory, key);
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await makeDirectory(dirname(path));
      const half = `${path}.${randomUUID()}.part`;
      try {
        await flushed(half, 'wx', (file) => file.writeFile(bytes));
        await rename(half, path);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
      await flushed(dirname(path), 'r');
    },
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async head(key, bytes) {
      try {
        const file = await open(pathOf(key), 'r');
        try {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await file.close();
        }
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async list(folder, before) {
      try {
        const entries = await readdir(pathOf(folder), { withFileTypes: true });
        const keys: string[] = [];
        for (const entry of entries) {
          const key = `${folder}/${entry.name}`;
          if (!entry.isFile() || !FILE_KEY.test(key)) continue;
          if ((await stat(pathOf(key))).mtime < before) keys.push(key);
        }
        return keys;
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** A directory made just now is itself a name in another one, which has to reach the disk as well. */
async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await flushed(dirname(made), 'r');
}

async function flushed(path: string, flags: string, write?: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await write?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
