import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPorts } from './ports.mjs';

let dir: string;
let server: Server | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'forewarn-ports-'));
});
afterEach(async () => {
  rmSync(dir, { recursive: true, force: true });
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

const occupy = (port: number) =>
  new Promise<void>((done) => {
    server = createServer().listen(port, '127.0.0.1', done);
  });

test('a name keeps its port from run to run, and no two names share one', async () => {
  const first = openPorts(dir);
  const web = await first.pick('web');
  const mysql = await first.pick('mysql');
  expect(mysql).not.toBe(web);
  expect(await openPorts(dir).pick('web')).toBe(web);
  expect(await openPorts(dir).pick('mysql')).toBe(mysql);
});

test('a remembered port that is taken now gives way to a free one', async () => {
  const web = await openPorts(dir).pick('web');
  await occupy(web);
  expect(await openPorts(dir).pick('web')).not.toBe(web);
});

test('a port the user asked for is refused by name when it is taken or none', async () => {
  const port = await openPorts(dir).pick('web');
  await occupy(port);
  await expect(openPorts(dir).require('PORT', String(port))).rejects.toThrow(`port ${port} (from PORT) is taken`);
  await expect(openPorts(dir).require('PORT', 'http')).rejects.toThrow('PORT=http is no port number');
});
