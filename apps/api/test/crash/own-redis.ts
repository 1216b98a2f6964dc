import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { lastingPort } from './port.ts';

export interface OwnRedis {
  url: string;
  /** Speaks with it while it runs. */
  ask: Redis;
  /** SIGKILL: everything in it is gone. */
  kill(): Promise<void>;
  /** On the same port, empty, ready when this resolves. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of the test's own that keeps nothing, so that it can be killed while the shared one lives. */
export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await lastingPort();
  const url = `redis://127.0.0.1:${port}`;
  const ask = new Redis(url, { lazyConnect: true, retryStrategy: () => 20, maxRetriesPerRequest: null });
  ask.on('error', () => undefined);
  let server: ChildProcess | undefined;

  const start = async () => {
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = spawn('redis-server', settings, { stdio: 'ignore' });
    await once(server, 'spawn');
    await ask.ping();
  };
  const kill = async () => {
    if (!server) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    server = undefined;
  };
  process.once('exit', () => server?.kill('SIGKILL'));
  await start();
  return {
    url,
    ask,
    kill,
    start,
    async stop() {
      ask.disconnect();
      await kill();
    },
  };
}
