import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '../../src/services.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface Process {
  pid: number;
  /** How it ended: `SIGKILL`, or its exit code. */
  ended: Promise<NodeJS.Signals | number | null>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/**
 * Starts a service as an operator does, in a process of its own. Everything it writes goes to `onOutput`.
 * Resolves when it is ready; one with a crash point also when it has reached that before.
 */
export async function startProcess(
  service: ServiceName,
  { env, url, onOutput }: { env: Record<string, string>; url: string; onOutput: (text: string) => void },
): Promise<Process> {
  const child = spawn(process.execPath, [MAIN, `--services=${service}`], { env });
  living.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      onOutput(text);
      if (said.length < 10_000) said += text;
    });
  }
  let gone = false;
  const ended = once(child, 'close').then(([code, signal]) => {
    gone = true;
    living.delete(child);
    return (signal ?? code) as NodeJS.Signals | number | null;
  });
  const over = ended.then((how) => {
    if (env.CRASH_AT === undefined || how !== 'SIGKILL')
      throw new Error(`${service} ended with ${how} before it was ready:\n${said}`);
  });
  const isReady = () => (service === 'worker' ? said.includes('worker runs') : answers(`${url}/readyz`));
  const ready = async () => {
    while (!gone && !(await isReady())) await sleep(10);
  };
  await Promise.race([ready(), over]);
  if (gone) await over;
  over.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ended,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await ended;
    },
  };
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
