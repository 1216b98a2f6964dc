import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchEnvironment } from './config.ts';

export interface BenchProcess {
  /** What it said when it was ready, when it says so. */
  port: number;
  child: ChildProcess;
  stop(): void;
}

/** Starts a program of the bench in a process of its own; waits for its `{"ready":true,"port":…}`. */
export async function startProcess(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<BenchProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...benchEnvironment(), ...env },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve((JSON.parse(line.toString()) as { port?: number }).port ?? 0));
    child.once('exit', (code) => reject(new Error(`${file} ${args.join(' ')} ended with ${code}`)));
  });
  child.stdout.resume();
  return { port, child, stop: () => void child.kill('SIGKILL') };
}
