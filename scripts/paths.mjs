import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone this script belongs to. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything a run leaves behind lives here; `npm run reset` empties it. */
export const local = join(root, '.local');

export const runFile = join(local, 'run.json');

/** Logs of the children of one kind of run: `.local/logs` for start, `.local/<kind>/logs` otherwise. */
export const logDir = (home) => join(home, 'logs');

/** A short name for a directory, for what belongs to it but must live elsewhere (sockets, RAM disks, ports). */
export const idOf = (dir) => createHash('sha256').update(dir).digest('hex').slice(0, 10);

export function ensureDir(dir, mode = 0o755) {
  mkdirSync(dir, { recursive: true, mode });
  return dir;
}

/** Unix socket paths are cut at 107 bytes (103 on macOS): a deep clone gets its socket in the system's temp directory. */
export function socketPath(dir, name) {
  const near = join(dir, name);
  if (Buffer.byteLength(near) <= 100) return near;
  const owner = process.getuid?.() ?? 0;
  return join(ensureDir(join(tmpdir(), `forewarn-${owner}-${idOf(dir)}`), 0o700), name);
}

/** `path` as a reader of the terminal would type it. */
export const shown = (path) => (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path);
