/**
 * The helper that outlives a killed start. It holds one end of a pipe to the process that started it; when that
 * process ends, however it ends, the pipe closes and every child still alive is stopped: SIGTERM, then SIGKILL.
 * Children are known by pid + start time and, where /proc shows it, by the mark in their environment, which also
 * finds grandchildren and whatever was started in the instant of the kill.
 *
 *   node reaper.mjs <mark>      stdin: JSON lines {"add":pid,"grace":ms,"insist":bool} {"drop":pid} {"remove":path}
 *                               {"pidsIn":path}: a JSON file whose values are further children, `{ pid, start }`
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, signalGroup, startTime } from './pid.mjs';

const mark = process.argv[2] ?? '';
const children = new Map();
const leftovers = new Set();
const pidFiles = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGPIPE']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { add, drop, remove, pidsIn, grace = 3000, insist = false } = JSON.parse(line);
  if (add) children.set(add, { pid: add, start: startTime(add), grace, insist });
  if (drop) children.delete(drop);
  if (remove) leftovers.add(remove);
  if (pidsIn) pidFiles.add(pidsIn);
}

for (const child of [...pidFiles].flatMap(readPids)) children.set(child.pid, { grace: 2000, ...child });
for (const pid of markedProcesses()) {
  if (!children.has(pid)) children.set(pid, { pid, start: startTime(pid), grace: 2000 });
}
await Promise.all([...children.values()].map(end));
for (const pid of markedProcesses()) signalGroup(pid, 'SIGKILL');
for (const path of leftovers) rmSync(path, { recursive: true, force: true });

async function end(child) {
  if (!isAlive(child)) return;
  signalGroup(child.pid, 'SIGTERM');
  for (let waited = 0; waited < child.grace; waited += 50) {
    await sleep(50);
    if (!isAlive(child)) return;
    if (child.insist && waited % 500 === 450) signalGroup(child.pid, 'SIGTERM');
  }
  signalGroup(child.pid, 'SIGKILL');
}

function readPids(file) {
  try {
    return Object.values(JSON.parse(readFileSync(file, 'utf8'))).filter(({ pid, start }) => pid && start);
  } catch {
    return [];
  }
}

function markedProcesses() {
  if (process.platform !== 'linux' || mark === '') return [];
  const wanted = `\0FOREWARN_RUN=${mark}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return `\0${readFileSync(`/proc/${name}/environ`, 'latin1')}\0`.includes(wanted);
      } catch {
        return false; // ended meanwhile, or not ours to read
      }
    })
    .map(Number);
}
