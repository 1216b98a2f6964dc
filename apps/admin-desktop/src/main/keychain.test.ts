import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeychain, type SafeStorage } from './keychain.ts';

const SERVER = 'https://forewarn.example';
const TOKEN = 'rt_0123456789abcdefghij';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forewarn-keychain-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Turns bytes round: not a cipher, but nothing readable, and not reversible by the code under test. */
function safeStorage(backend = 'gnome_libsecret', available = true): SafeStorage {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text) => turn(Buffer.from(text)),
    decryptStringAsync: async (sealed) => ({ result: turn(sealed).toString(), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => backend,
  };
}

function open(platform: NodeJS.Platform = 'linux', storage = safeStorage()) {
  const file = path.join(folder, 'session.bin');
  return { file, keychain: createKeychain({ safeStorage: storage, platform, file }) };
}

test('A-348 desktop: the refresh token is sealed by the system’s keychain, readable by its owner only, and found again', async () => {
  const { keychain, file } = open();
  expect(await keychain.store(SERVER, TOKEN, true)).toBe(true);
  expect(readFileSync(file).toString()).not.toContain(TOKEN);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await open().keychain.load(SERVER)).toBe(TOKEN);
});

test.each(['basic_text', 'unknown'])(
  'desktop: with Linux’s %s backend nothing is written, and the page can say so',
  async (backend) => {
    const { keychain, file } = open('linux', safeStorage(backend));
    expect(await keychain.state()).toBe('plain_text_backend');
    expect(await keychain.store(SERVER, TOKEN, true)).toBe(false);
    expect(existsSync(file)).toBe(false);
    expect(await keychain.load(SERVER)).toBe(TOKEN);
    expect(await open('linux', safeStorage(backend)).keychain.load(SERVER)).toBeNull();
  },
);

test('desktop: without any encryption nothing is written', async () => {
  const { keychain, file } = open('win32', safeStorage('', false));
  expect(await keychain.state()).toBe('unavailable');
  expect(await keychain.store(SERVER, TOKEN, true)).toBe(false);
  expect(existsSync(file)).toBe(false);
});

test('desktop: a session that isn’t to be remembered ends with the app and removes a former one', async () => {
  await open().keychain.store(SERVER, TOKEN, true);
  const { keychain, file } = open();
  expect(await keychain.store(SERVER, `${TOKEN}2`, false)).toBe(false);
  expect(existsSync(file)).toBe(false);
  expect(await keychain.load(SERVER)).toBe(`${TOKEN}2`);
});

test('desktop: a renewed token is kept the way the first one was', async () => {
  const forgotten = open();
  await forgotten.keychain.store(SERVER, TOKEN, false);
  expect(await forgotten.keychain.store(SERVER, `${TOKEN}2`)).toBe(false);
  expect(existsSync(forgotten.file)).toBe(false);
  await open().keychain.store(SERVER, TOKEN, true);
  const kept = open();
  expect(await kept.keychain.load(SERVER)).toBe(TOKEN);
  expect(await kept.keychain.store(SERVER, `${TOKEN}3`)).toBe(true);
  expect(await open().keychain.load(SERVER)).toBe(`${TOKEN}3`);
});

test('desktop: a token of one server is never given for another', async () => {
  await open().keychain.store(SERVER, TOKEN, true);
  expect(await open().keychain.load('https://other.example')).toBeNull();
  expect(await open().keychain.load(null)).toBeNull();
});

test('desktop: a damaged file means signing in again, and clearing leaves nothing', async () => {
  const { keychain, file } = open();
  writeFileSync(file, 'broken');
  expect(await keychain.load(SERVER)).toBeNull();
  await keychain.store(SERVER, TOKEN, true);
  await keychain.clear();
  expect(existsSync(file)).toBe(false);
  expect(await keychain.load(SERVER)).toBeNull();
});
