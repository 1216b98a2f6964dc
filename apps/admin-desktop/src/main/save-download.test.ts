import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadDeps, saveDownload } from './save-download.ts';

const FILE = {
  path: '/api/v1/alerts/exports/018f3f2e-0000-7000-8000-000000000000/file',
  suggestedName: 'alerts-2026-11-22.csv',
  token: 'a-token-of-some-length',
  locale: 'zh-CN',
} as const;

let folder: string;
let server: Server;
let origin: string;
let asked: { url: string | undefined; headers: Record<string, unknown> }[];
/** What the server does: a whole file, a refusal, or half a file. */
let mode: 'whole' | 'refuse' | 'break';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'forewarn-download-'));
  asked = [];
  mode = 'whole';
  server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    if (mode === 'refuse') return void response.writeHead(409).end('{"error":"EXPORT_STATE"}');
    response.writeHead(200, { 'Content-Length': '4000000' });
    response.write(Buffer.alloc(2_000_000, 'x'));
    if (mode === 'break') return void setImmediate(() => response.destroy());
    response.end(Buffer.alloc(2_000_000, 'y'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function deps(more: { canceled?: boolean; server?: string; place?: string } = {}): DownloadDeps {
  const filePath = more.place ?? path.join(folder, FILE.suggestedName);
  return {
    dialog: Object.assign(Object.create(null), {
      showSaveDialog: async () => ({ canceled: more.canceled ?? false, filePath }),
    }),
    windows: { front: () => undefined },
    server: more.server ?? origin,
    fetch: (url, init) => fetch(url, init),
  };
}

describe('A-371 the desktop saves what an export made', () => {
  it('as it comes, with the session’s token and the reader’s language, and nothing else of the machine’s', async () => {
    expect(await saveDownload(deps(), FILE)).toEqual({ saved: true, fileName: FILE.suggestedName, failure: null });
    expect(readFileSync(path.join(folder, FILE.suggestedName)).length).toBe(4_000_000);
    expect(readdirSync(folder)).toEqual([FILE.suggestedName]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      url: FILE.path,
      headers: { authorization: `Bearer ${FILE.token}`, 'accept-language': 'zh-CN' },
    });
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
  });

  it('asks the server for nothing when the person leaves the question', async () => {
    expect(await saveDownload(deps({ canceled: true }), FILE)).toEqual({ saved: false, fileName: null, failure: null });
    expect(asked).toEqual([]);
  });

  it('hands on a refusal in the server’s words, and writes no file', async () => {
    mode = 'refuse';
    const failure = { status: 409, body: '{"error":"EXPORT_STATE"}' };
    expect(await saveDownload(deps(), FILE)).toEqual({ saved: false, fileName: null, failure });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a file that breaks off leaves nothing, and what stood under the name stays', async () => {
    mode = 'break';
    writeFileSync(path.join(folder, FILE.suggestedName), 'from last week');
    const failure = { status: 0, body: '' };
    expect(await saveDownload(deps(), FILE)).toEqual({ saved: false, fileName: null, failure });
    expect(readdirSync(folder)).toEqual([FILE.suggestedName]);
    expect(readFileSync(path.join(folder, FILE.suggestedName), 'utf8')).toBe('from last week');
  });

  it('a server that is gone is no answer; a folder that is gone is said', async () => {
    expect(await saveDownload(deps({ server: 'http://127.0.0.1:9' }), FILE)).toMatchObject({ failure: { status: 0 } });
    await expect(saveDownload(deps({ place: path.join(folder, 'gone', 'a.csv') }), FILE)).rejects.toThrow('ENOENT');
  });
});
