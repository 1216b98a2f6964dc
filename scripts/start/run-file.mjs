import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { runFile } from '../paths.mjs';

/**
 * `.local/run.json`: where the running system listens, its demo accounts, and the pids of its processes. It holds
 * demo values only and is never written in production mode. Readers never see half a file.
 */
export function createRunFile() {
  const content = { pids: {} };
  let published = false;
  return {
    /** Keeps a pid; a restarted process gets its new one into the file at once. */
    setPid(name, pid) {
      content.pids[name] = pid;
      if (published) write(content);
    },
    publish(rest) {
      Object.assign(content, rest, { pids: content.pids });
      published = true;
      write(content);
    },
    remove() {
      published = false;
      rmSync(runFile, { force: true });
    },
  };
}

/** The run file of a running (or crashed) start, or undefined. */
export function readRunFile() {
  try {
    return JSON.parse(readFileSync(runFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(content) {
  const { pids, ...rest } = content;
  writeFileSync(`${runFile}.new`, `${JSON.stringify({ ...rest, pids }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${runFile}.new`, runFile);
}
