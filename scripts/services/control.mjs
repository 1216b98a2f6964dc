/**
 * For the crash tests: kills and starts again the services of a test run, which TEST_SERVICES_FILE describes.
 * Nothing else restarts them there.
 */
import { spawn } from 'node:child_process';
import { openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startTime } from '../run/pid.mjs';
import { accepts, greets, pongs } from './probes.mjs';

/** Kills the service at once (SIGKILL unless told otherwise) and waits until it is gone and its port is closed. */
export async function killService(name, { signal = 'SIGKILL', file = process.env.TEST_SERVICES_FILE } = {}) {
  const { pid, port } = read(file)[name];
  const start = startTime(pid);
  if (start === undefined) return;
  process.kill(pid, signal);
  while (isAlive({ pid, start }) || (await accepts(port))) await sleep(10);
}

/** Starts the service again on the same port and data and waits until it answers. Returns its new pid. */
export async function startService(name, { timeoutMs = 60_000, file = process.env.TEST_SERVICES_FILE } = {}) {
  const services = read(file);
  const { command, args, cwd, log, port, password } = services[name];
  const fd = openSync(log, 'a');
  const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', fd, fd] });
  child.unref();
  write(file, { ...services, [name]: { ...services[name], pid: child.pid, start: startTime(child.pid) } });
  const answers = name === 'redis' ? () => pongs(port, password) : () => greets(port);
  for (const deadline = Date.now() + timeoutMs; !(await answers()); await sleep(20)) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${name} did not come back; see ${log}`);
  }
  return child.pid;
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

function write(file, services) {
  writeFileSync(`${file}.new`, JSON.stringify(services, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
