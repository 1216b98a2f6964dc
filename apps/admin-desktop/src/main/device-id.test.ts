import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceIdFor } from './device-id.ts';
import { forward } from './forward.ts';
import { openSettings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forewarn-device-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('A-349 desktop: an installation is the same device to one server over restarts, and another to each server', async () => {
  const file = path.join(folder, 'settings.json');
  const first = await deviceIdFor(openSettings(file), 'https://a.example');
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(await deviceIdFor(openSettings(file), 'https://a.example')).toBe(first);
  expect(await deviceIdFor(openSettings(file), 'https://b.example')).not.toBe(first);
  expect(await deviceIdFor(openSettings(path.join(folder, 'other.json')), 'https://a.example')).not.toBe(first);
});

test('A-349 desktop: the device is told at the sign-in alone, and never what a page says', async () => {
  const sent: (string | null)[] = [];
  const options = {
    server: () => 'https://a.example',
    device: async (server: string) => `device of ${server}`,
    fetch: async (_url: string, init: RequestInit) => {
      sent.push(new Headers(init.headers).get('x-device'));
      return Response.json({});
    },
  };
  const post = (at: string) =>
    forward(
      new Request(`app://forewarn${at}`, { method: 'POST', body: '{}', headers: { 'x-device': 'a page' } }),
      options,
    );
  await post('/api/v1/auth/login');
  await post('/api/v1/auth/refresh');
  expect(sent).toEqual(['device of https://a.example', null]);
});
