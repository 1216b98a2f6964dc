import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { environment } from './config.ts';

const APP = path.resolve(import.meta.dirname, '..');
export const DIST = path.join(APP, 'dist');

export interface Preview {
  url: string;
  stop(): void;
}

/** Serves the built renderer by `serve.mjs`, as `npm start` does. */
export async function startPreview(apiUrl: string): Promise<Preview> {
  if (!existsSync(path.join(DIST, 'renderer', 'index.html'))) {
    throw new Error('The renderer has not been built: npm run build -w @forewarn/admin-desktop');
  }
  const child = spawn(process.execPath, ['serve.mjs'], {
    cwd: APP,
    env: { ...environment(), PORT: '0', API_URL: apiUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { ready, http }: { ready: boolean; http: string } = JSON.parse(line);
    if (ready) return { url: http, stop: () => void child.kill() };
  }
  throw new Error('serve.mjs ended before it was ready');
}
