import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive, startTime } from './pid.mjs';
import { stopLeftovers } from './reap.mjs';

type Child = { name: string; pid: number; start: string };
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'forewarn-reap-'));
});
// A reaper may still be tidying up in there.
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 }));

/** A process like `npm start` that runs one child, which has a child of its own and ignores SIGTERM if told to. */
async function startParent({ stubborn = false } = {}) {
  const grandchild = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })`;
  const child = `${stubborn ? `process.on('SIGTERM', () => {});` : ''} const g = ${grandchild}; console.log(g.pid); setInterval(() => {}, 1000);`;
  const script = `
    import { openRun } from ${JSON.stringify(fileURLToPath(new URL('./open-run.mjs', import.meta.url)))};
    import { startChild } from ${JSON.stringify(fileURLToPath(new URL('./child.mjs', import.meta.url)))};
    const run = await openRun(${JSON.stringify(home)}, 'the test');
    const child = startChild(run, { name: 'worker', command: process.execPath, args: ['-e', ${JSON.stringify(child)}],
      log: ${JSON.stringify(join(home, 'child.log'))}, graceMs: 300 });
    const timer = setInterval(() => { if (/\\d/.test(child.output())) { clearInterval(timer); console.log(child.pid, child.output().trim()); } }, 10);
    setInterval(() => {}, 1000);`;
  const { FOREWARN_RUN: _, npm_lifecycle_event: __, ...env } = process.env;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => parent.stdout.once('data', (data) => resolve(String(data))));
  const children = line
    .trim()
    .split(/\s+/)
    .map(Number)
    .map((pid) => ({ pid, start: startTime(pid) }));
  expect(children).toHaveLength(2);
  expect(children.every(isAlive)).toBe(true);
  return { parent, children };
}

const allGone = (children: { pid: number; start?: string }[]) =>
  expect.poll(() => children.filter(isAlive), { timeout: 8000, interval: 20 }).toEqual([]);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('nothing is left running after %s', async (signal) => {
  const { parent, children } = await startParent();
  parent.kill(signal);
  await allGone(children);
});

test('a child that ignores SIGTERM is killed after its grace time', async () => {
  const { parent, children } = await startParent({ stubborn: true });
  parent.kill('SIGKILL');
  await allGone(children);
});

test('the next run stops what was left when even the reaper was killed', async () => {
  const { parent, children } = await startParent();
  const known = JSON.parse(readFileSync(join(home, 'pids.json'), 'utf8')) as Child[];
  process.kill(known.find(({ name }) => name === 'reaper')?.pid ?? 0, 'SIGKILL');
  parent.kill('SIGKILL');
  expect(children.every(isAlive)).toBe(true);
  expect(await stopLeftovers(join(home, 'pids.json'))).toEqual(['worker']);
  await allGone(children);
});

test('a pid that now belongs to another process is left alone', async () => {
  const bystander = spawn('sleep', ['60']);
  writeFileSync(
    join(home, 'pids.json'),
    JSON.stringify([{ name: 'api', pid: bystander.pid, start: 'an earlier life' }]),
  );
  expect(await stopLeftovers(join(home, 'pids.json'))).toEqual([]);
  expect(bystander.exitCode).toBeNull();
  bystander.kill('SIGKILL');
});
